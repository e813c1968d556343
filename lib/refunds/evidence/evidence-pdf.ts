import { z } from 'zod';
import { formatMoney } from '@/lib/money';
import { type PdfBlock, type PdfColumn, writePdf } from '@/lib/pdf/write-pdf';
import type { Evidence } from '@/lib/refunds/evidence/queries';
import { utcWords } from '@/lib/refunds/moment-words';
import { causeWords } from '@/lib/refunds/schema';
import { refund as words } from '@/lib/words/en/refund';

type Shop = { shopName: string; legalName: string; legalAddress: string; taxNumber: string };

const VIA: Record<string, string> = {
  page: 'On the site, signed in with the order’s address or by the shop',
  guest: 'On the site, with a code that was mailed to the order’s address',
  api: 'By a program of the shop',
  provider: 'At the payment provider',
};
const ITEM_COLUMNS: PdfColumn[] = [
  { label: 'Item', share: 6 },
  { label: 'Quantity', share: 2, align: 'end' },
  { label: 'Each', share: 2, align: 'end' },
];
const STEP_COLUMNS: PdfColumn[] = [
  { label: 'State', share: 3 },
  { label: 'How it came about', share: 4.5 },
  { label: 'When', share: 3.5 },
];
/** Both snapshots have it: the order's, and the refund's with how it was decided. */
const Policy = z.object({ windowDays: z.number() });
const MAIL_STATES: Record<string, string> = {
  waiting: 'waiting to be sent',
  sent: 'sent',
  parked: 'refused by the mail server',
};

/** What happened with an order and its refund, as a file for the bank that looks into a dispute. It says what is written
 * down, with times, and judges nothing. */
export function evidencePdf(evidence: Evidence, shop: Shop, at: Date): Promise<Buffer> {
  const { order } = evidence;
  return writePdf({
    title: `Refund ${evidence.id} of order ${order.number}`,
    author: shop.legalName || shop.shopName,
    language: 'en',
    madeAt: at,
    foot: `Refund ${evidence.id}, order ${order.number}`,
    blocks: [
      {
        kind: 'text',
        text: [shop.legalName || shop.shopName, shop.legalAddress, shop.taxNumber].filter(Boolean).join('\n'),
      },
      { kind: 'title', text: 'Order and refund' },
      { kind: 'text', text: `As it is written down on ${utcWords(at, 'en')}. Times are UTC.` },
      ...aboutOrder(evidence),
      ...aboutDisputes(evidence),
      ...aboutPolicy(evidence),
      ...aboutRequest(evidence),
      ...aboutSteps(evidence),
      ...aboutMails(evidence),
    ],
  });
}

/** A heading with facts; those without a value are left out. */
function section(heading: string, facts: readonly (readonly [string, string | null])[]): PdfBlock[] {
  const rows = facts.flatMap(([term, value]) => (value ? [[term, value] as const] : []));
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', rows },
  ];
}

function aboutOrder({ order }: Evidence): PdfBlock[] {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  return [
    ...section('The order', [
      ['Number', order.number],
      ['Number in the shop', order.externalId],
      ['Buyer', order.email],
      ['Country', order.country],
      ['Paid on', order.paidAt && utcWords(order.paidAt, 'en')],
      ['Total', money(order.totalMinor)],
      ['Taken', money(order.capturedMinor)],
      ['Way of payment', order.methodLabel],
      ['Payment', `${order.provider}, ${order.paymentRef}`],
    ]),
    ...table(
      ITEM_COLUMNS,
      order.items.map(({ name, quantity, unitMinor }) => [name, String(quantity), money(unitMinor)]),
    ),
  ];
}

function aboutDisputes({ order }: Evidence): PdfBlock[] {
  return order.disputes.flatMap((dispute) =>
    section('The dispute', [
      ['Number at the provider', dispute.providerDisputeId],
      ['Amount', formatMoney(dispute)],
      ['Reason given', dispute.reason],
      ['State', dispute.state],
      ['Opened', utcWords(dispute.openedAt, 'en')],
      ['Closed', dispute.closedAt && utcWords(dispute.closedAt, 'en')],
    ]),
  );
}

/** The rule of the shop when it was bought, and when the refund was decided. */
function aboutPolicy({ order, policySnapshot }: Evidence): PdfBlock[] {
  return section('The refund policy', [
    ['At the purchase', policyWords(order.policySnapshot)],
    ['At the refund', policyWords(policySnapshot)],
  ]);
}

function policyWords(snapshot: string): string {
  const policy = Policy.safeParse(snapshot === '' ? null : JSON.parse(snapshot)).data;
  if (!policy) return 'Not kept';
  const { windowDays } = policy;
  return windowDays > 0
    ? `Approved at once for any reason within ${windowDays} days of the payment; afterwards on request`
    : 'Approved at once for any reason, at any time after the payment';
}

function aboutRequest(evidence: Evidence): PdfBlock[] {
  const { order, lines } = evidence;
  const others = order.refunds.filter(({ id }) => id !== evidence.id);
  const pieces = lines.map(({ quantity, item }) => `${quantity} × ${item.name}`);
  return section('The refund', [
    ['Reference', evidence.id],
    ['Amount', formatMoney(evidence)],
    ['For', pieces.join('; ')],
    [
      'Asked for',
      `${utcWords(evidence.createdAt, 'en')}. ${VIA[evidence.requestedVia] ?? evidence.requestedVia}`,
    ],
    ['In the buyer’s words', evidence.reason],
    ['State', words.states[evidence.state]],
    ['Number at the provider', evidence.providerRefundId],
    ['Number for the bank', evidence.traceNumber],
    ['Receipts', evidence.receipts.join(', ')],
    [
      'Other refunds',
      others
        .map(
          (other) =>
            `${formatMoney({ ...other, currency: order.currency })}, ${words.states[other.state]}, ${utcWords(other.createdAt, 'en')}`,
        )
        .join('\n'),
    ],
    [
      'Withdrawals declared',
      order.withdrawals
        .map(({ receivedAt, statement }) => `${utcWords(receivedAt, 'en')}\n${statement}`)
        .join('\n'),
    ],
  ]);
}

function aboutSteps({ events }: Evidence): PdfBlock[] {
  return [
    { kind: 'heading', text: 'Every step' },
    ...table(
      STEP_COLUMNS,
      events.map((event) => [
        words.states[event.toState],
        [causeWords(event.cause), event.note, event.providerEventId ?? ''].filter(Boolean).join('. '),
        event.at.toISOString(),
      ]),
    ),
  ];
}

function aboutMails({ mails }: Evidence): PdfBlock[] {
  if (mails.length === 0) return section('Mails to the buyer', [['None', 'No mail about it was written.']]);
  return mails.flatMap((mail): PdfBlock[] => [
    ...section(`Mail: ${mail.subject}`, [
      ['To', mail.to],
      ['Written', mail.createdAt.toISOString()],
      ['State', MAIL_STATES[mail.state] ?? mail.state],
      ['Handed to the mail server', mail.sentAt?.toISOString() ?? null],
    ]),
    { kind: 'small', text: mail.text },
  ]);
}

function table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): PdfBlock[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}
