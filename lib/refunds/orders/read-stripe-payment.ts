import { foreignMinor, type Reading, readingOf } from '@/lib/refunds/orders/reading';
import { ITEM_NAME_MAX, isCountry, METHOD_LABEL_MAX, ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { INQUIRY, type ToldDispute, type ToldRefund } from '@/lib/refunds/orders/told-order';
import { cleanLine } from '@/lib/text';

/** Payments of which no money came. */
const NOT_PAID =
  /^(failed|cancell?ed|blocked|incomplete|expired|uncaptured|pending|processing|requires\b.*)$/i;

/** Reads one row of Stripe's export of payments (Payments → Export), with its columns as they are named there; those that an
 * export leaves out are not needed, but `PaymentIntent ID` lets later messages of Stripe find the same order. */
export function readStripePayment(row: unknown): Reading {
  if (typeof row !== 'object' || row === null) return { ok: false, reason: 'the row is not an object' };
  const cells = new Map(
    Object.entries(row).map(([name, value]) => [name.trim().toLowerCase(), String(value ?? '').trim()]),
  );
  const cell = (...names: string[]): string =>
    names.map((name) => cells.get(name.toLowerCase()) ?? '').find((value) => value !== '') ?? '';
  const id = cell('id');
  if (!/^[a-z]{2,8}_\w{1,100}$/.test(id))
    return { ok: false, reason: `id: "${id.slice(0, 40)}" is no payment.` };
  const status = cell('Status');
  if (NOT_PAID.test(status) || /^false$/i.test(cell('Captured'))) {
    return { ok: false, reason: `Status: no money came of this payment (${status || 'not captured'}).` };
  }
  const currency = cell('Currency').toUpperCase();
  const amounts = amountsOf(cell, currency);
  if ('reason' in amounts) return { ok: false, reason: amounts.reason };
  const paidAt = utcTime(cell('Created date (UTC)', 'Created (UTC)'));
  if (paidAt === null) return { ok: false, reason: 'Created date (UTC): write it as 2026-11-21 10:00:00.' };
  const intent = cell('PaymentIntent ID');
  const paymentRef = intent || id;
  const name = cleanLine(cell('Description')).slice(0, ITEM_NAME_MAX);
  const input = {
    externalId: `stripe:${paymentRef}`,
    number: numberOf(cells) || paymentRef,
    email: cell('Customer Email', 'Receipt Email', 'email (metadata)', 'Customer Description'),
    currency,
    totalMinor: amounts.totalMinor,
    ...(name === '' ? {} : { items: [{ name, quantity: 1, unitMinor: amounts.totalMinor }] }),
    paidAt,
    ...methodOf(cell),
    country: countryOf(cell('Shipping Address Country', 'Card Address Country', 'Card Issue Country')),
    provider: 'stripe',
    paymentRef,
  };
  const refundedAt = utcTime(cell('Refunded date (UTC)'));
  const refunds = refundsOf(amounts.refundedMinor, refundedAt);
  const disputes = disputesOf(cell, id, amounts, paidAt);
  return readingOf(input, () => ({
    paymentNames: [...new Set([paymentRef, id])],
    byPayment: true,
    refunds,
    disputes,
  }));
}

type Cell = (...names: string[]) => string;
type Amounts = { totalMinor: number; refundedMinor: number; disputedMinor: number };

function amountsOf(cell: Cell, currency: string): Amounts | { reason: string } {
  const read = (name: string) => {
    const text = cell(name);
    return text === '' ? 0 : foreignMinor(text, currency);
  };
  const [totalMinor, refundedMinor, disputedMinor] = ['Amount', 'Amount Refunded', 'Disputed Amount'].map(
    read,
  );
  if (totalMinor == null || refundedMinor == null || disputedMinor == null) {
    return { reason: `Amount: "${cell('Amount').slice(0, 40)}" ${currency} cannot be read as one amount.` };
  }
  if (refundedMinor > totalMinor) return { reason: 'Amount Refunded: this is more than was paid.' };
  return { totalMinor, refundedMinor, disputedMinor };
}

/** An export has the sum of a payment's refunds and no name of any. */
function refundsOf(amountMinor: number, at: string | null): ToldRefund[] {
  if (amountMinor === 0) return [];
  return [{ toldId: null, amountMinor, reason: '', at: at === null ? null : new Date(at) }];
}

/** `won` also for inquiries that ended without a dispute, and for those that a refund settled: the bank took nothing. One that
 * is appealed is lost until the appeal is won. */
function disputesOf(cell: Cell, id: string, amounts: Amounts, paidAt: string): ToldDispute[] {
  const status = cell('Dispute Status').toLowerCase();
  if (status === '' && amounts.disputedMinor === 0) return [];
  const isWon = ['won', 'warning_closed', 'charge_refunded', 'prevented'].includes(status);
  const isLost = status === 'lost' || status.startsWith('appeal');
  const reason = cleanLine(cell('Dispute Reason')).slice(0, 100);
  return [
    {
      id: `payment:${id}`,
      amountMinor: amounts.disputedMinor || amounts.totalMinor,
      reason: status.startsWith('warning') ? `${INQUIRY}${reason}` : reason,
      state: isWon ? 'won' : isLost ? 'lost' : 'open',
      openedAt: new Date(utcTime(cell('Dispute Date (UTC)')) ?? paidAt),
    },
  ];
}

/** What the buyer knows the order by: a column of the shop's own, the invoice, or what the description says. */
function numberOf(cells: ReadonlyMap<string, string>): string {
  const own = [...cells].find(
    ([name, value]) => /^order([ _-]?(id|no|number|reference))? \(metadata\)$/.test(name) && value !== '',
  )?.[1];
  const described = /\border\s*(?:no\.?|number)?\s*#?\s*([\w-]*\d[\w-]*)/i.exec(
    cells.get('description') ?? '',
  );
  return cleanLine(own || cells.get('invoice number') || described?.[1] || '').slice(0, ORDER_NUMBER_MAX);
}

function methodOf(cell: Cell): { methodLabel?: string; methodKind?: string } {
  const brand = cell('Card Brand');
  const last4 = cell('Card Last4');
  const source = cell('Payment Source Type').toLowerCase();
  if (brand !== '' || last4 !== '' || source === 'card') {
    // A spreadsheet has taken the zeros off "0042".
    const digits = /^\d{1,4}$/.test(last4) ? last4.padStart(4, '0') : '';
    const label = cleanLine([brand || 'Card', digits && `•••• ${digits}`].join(' '));
    return { methodLabel: label.slice(0, METHOD_LABEL_MAX), methodKind: 'card' };
  }
  if (source === '') return {};
  const isBank = /sepa|debit|ideal|bancontact|sofort|giropay|eps|p24|bank|transfer|ach/.test(source);
  const label = cleanLine(source.replaceAll('_', ' ')).slice(0, METHOD_LABEL_MAX);
  return { methodLabel: label, methodKind: source === 'paypal' ? 'paypal' : isBank ? 'bank' : 'other' };
}

function countryOf(code: string): string | undefined {
  return isCountry(code) ? code : undefined;
}

/** '2026-06-05 20:38:34' or without seconds, in UTC; null for what a spreadsheet made something else of. */
function utcTime(text: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?$/.exec(text);
  if (!found) return null;
  const iso = `${found[1]}T${found[2]}${found[3] ?? ':00'}Z`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
