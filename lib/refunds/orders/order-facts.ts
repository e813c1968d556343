import { parseEmail } from '@/lib/accounts/email-address';
import { currencyCode } from '@/lib/money';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import type { OrderInput, SaveOrderReason } from '@/lib/refunds/orders/schema';
import type { ToldDispute, ToldOrder, ToldRefund } from '@/lib/refunds/orders/told-order';
import { cleanLine } from '@/lib/text';

/** The columns of an order that its teller decides, ready to be written. */
export type OrderColumns = ReturnType<typeof columnsOf>;
export type OrderFacts = {
  columns: OrderColumns;
  items: OrderInput['items'];
  paymentNames: string[];
  byPayment: boolean;
  refunds: ToldRefund[];
  disputes: ToldDispute[];
};
type Problem = { ok: false; reason: SaveOrderReason; field: string };

/** A told order as it would stand in our rows, or why it cannot. */
export function factsOf(
  told: ToldOrder,
): { facts: OrderFacts; problem: null } | { facts: null; problem: Problem } {
  const refuse = (reason: SaveOrderReason, field: string) => ({
    facts: null,
    problem: { ok: false as const, reason, field },
  });
  const { input, paymentNames, byPayment, refunds, disputes } = told;
  const email = parseEmail(input.email);
  if (email === null) return refuse('email-invalid', 'email');
  const currency = currencyCode(input.currency);
  if (currency === null) return refuse('currency-unknown', 'currency');
  const { totalMinor } = input;
  if ((input.capturedMinor ?? 0) > totalMinor) return refuse('captured-above-total', 'capturedMinor');
  if (input.taxMinor > totalMinor) return refuse('part-above-total', 'taxMinor');
  if (input.shippingMinor > totalMinor) return refuse('part-above-total', 'shippingMinor');
  const items = input.items.map((item) => ({ ...item, name: cleanLine(item.name) }));
  const columns = columnsOf(input, email, currency);
  return { facts: { columns, items, paymentNames, byPayment, refunds, disputes }, problem: null };
}

function columnsOf(input: OrderInput, email: string, currency: string) {
  const number = cleanLine(input.number);
  return {
    externalId: input.externalId,
    number,
    numberKey: orderNumberKey(number),
    email,
    currency,
    totalMinor: input.totalMinor,
    taxMinor: input.taxMinor,
    shippingMinor: input.shippingMinor,
    capturedMinor: input.capturedMinor ?? input.totalMinor,
    methodLabel: cleanLine(input.methodLabel ?? ''),
    methodKind: (input.methodKind ?? '') as string,
    country: input.country?.toUpperCase() ?? '',
    paidAt: input.paidAt ? new Date(input.paidAt) : null,
    provider: input.provider as string,
    // A payment needs a name at the provider, and only the shop's own id is certain to be unique.
    paymentRef: input.paymentRef ?? `order_${input.externalId}`.slice(0, 200),
    changedAtShop: input.changedAt ? new Date(input.changedAt) : null,
  };
}

/** What an order keeps and gains when a payment provider tells of its payment: the shop knows better, so only what is still
 * empty is filled in. A number that is nothing but the payment's name counts as empty. One payment may have paid for several
 * orders of a shop, so it never makes a shop's order larger. */
export function fillIn(known: OrderColumns, told: OrderColumns): OrderColumns {
  const isNameless = known.number === known.paymentRef;
  const isOfPayment = known.externalId === told.externalId;
  const paid = known.capturedMinor || Math.min(told.capturedMinor, known.totalMinor);
  return {
    ...known,
    ...(isNameless ? { number: told.number, numberKey: told.numberKey } : {}),
    totalMinor: isOfPayment ? Math.max(known.totalMinor, told.totalMinor) : known.totalMinor,
    capturedMinor: isOfPayment ? Math.max(known.capturedMinor, told.capturedMinor) : paid,
    taxMinor: known.taxMinor || told.taxMinor,
    shippingMinor: known.shippingMinor || told.shippingMinor,
    methodLabel: known.methodLabel || told.methodLabel,
    methodKind: known.methodKind || told.methodKind,
    country: known.country || told.country,
    paidAt: known.paidAt ?? told.paidAt,
  };
}
