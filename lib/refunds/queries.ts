import { maskEmail } from '@/lib/accounts/email-address';
import { isStaff } from '@/lib/accounts/policy';
import { db, type Prisma } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import type { Money } from '@/lib/money';
import { BUYER_READS } from '@/lib/refunds/desk/schema';
import { mailsOfRefund } from '@/lib/refunds/mails-of-refund';
import { isBuyer, mayRefund, maySee, type Viewer } from '@/lib/refunds/policy';
import type { WaitsFor } from '@/lib/refunds/providers/provider';
import { type ReasonKind, reasonKindOf } from '@/lib/refunds/reasons';
import { receiptNumber } from '@/lib/refunds/receipts/schema';
import { expectedArrival, mayTakeBack, payByHandUntil } from '@/lib/refunds/rules';
import type { Alternative, RefundState } from '@/lib/refunds/schema';
import { mayLook } from '@/lib/refunds/sign-view-link';

export type RefundStepView = { state: RefundState; at: Date; cause: string; note: string };

export type RefundView = {
  id: string;
  orderId: string;
  orderNumber: string;
  state: RefundState;
  amount: Money;
  reason: string;
  /** As chosen from the short list. */
  reasonKind: ReasonKind | null;
  createdAt: Date;
  failureReason: string | null;
  /** The provider's number of the refund, which a bank can look for. */
  providerRefundId: string | null;
  provider: string;
  /** With it the buyer's bank finds the money. */
  traceNumber: string | null;
  /** The charge vanishes from the statement instead of being refunded there. */
  isReversal: boolean;
  /** What one on its way waits for, where the provider says so. */
  waitsFor: WaitsFor | null;
  /** Oldest first, every step. */
  events: RefundStepView[];
  /** The shop pays it by hand, by then; null when a payment provider pays. */
  byHandUntil: Date | null;
  /** Between which days a bank usually books it. */
  expected: { from: Date; to: Date };
};

export type RefundPageView = RefundView & {
  items: { name: string; quantity: number }[];
  maskedEmail: string;
  /** Mails about this refund that left the house. */
  mailsSent: number;
  /** Until when the person may take it back; null when they cannot, or at any time while it waits for the owner. */
  undoUntil: Date | null;
  /** Until when the owner looks at one that waits. */
  promisedBy: Date | null;
  /** That time has passed, and nobody has looked. */
  isPromiseBroken: boolean;
  /** What the buyer chose instead of the money. */
  replacedBy: Alternative | null;
  /** It was taken back in time; no money had left. */
  wasTakenBack: boolean;
  /** The number of its newest receipt, once there is one. */
  receipt: string | null;
  /** The shop called it off before its money left. */
  wasCalledOff: boolean;
  /** The shop gave it by itself. */
  isGoodwill: boolean;
  /** What the shop wrote to the buyer with a gesture, or when it called the refund off. */
  shopWords: string[];
  can: { addReason: boolean; askAgain: boolean; seeNotes: boolean; takeBack: boolean };
};

const shape = {
  order: { include: { items: { orderBy: { position: 'asc' } } } },
  events: { orderBy: { position: 'asc' } },
  notes: { where: { kind: { in: [...BUYER_READS] } }, orderBy: { at: 'asc' } },
} satisfies Prisma.RefundInclude;
type Row = Prisma.RefundGetPayload<{ include: typeof shape }>;

/** One refund for the API: for its buyer and the staff; null for everybody else. */
export async function refundFor(refundId: string, viewer: Viewer): Promise<RefundView | null> {
  const row = await find(refundId);
  return row && maySee(viewer, row.order) ? view(row) : null;
}

/** The tracker: for the buyer, the staff, and whoever holds the link that was mailed to the order's address (to look, not
 * to act); null for everybody else. */
export async function refundPage(
  refundId: string,
  viewer: Viewer,
  key: string | null,
  now: Date,
): Promise<RefundPageView | null> {
  const row = await find(refundId);
  if (!row || !mayLook(viewer, row, key, now)) return null;
  const [mailsSent, receipt] = await Promise.all([
    db.mail.count({
      where: { state: 'sent', ...mailsOfRefund(row) },
    }),
    db.creditNote.findFirst({ where: { refundId: row.id }, orderBy: { position: 'desc' } }),
  ]);
  const mayAct = mayRefund(viewer, row.order);
  const wasCalledOff = row.state === 'canceled' && row.events.at(-1)?.cause === 'called-off';
  const cameToNothing = row.state === 'failed' || row.state === 'canceled';
  const takeBack = mayAct && mayTakeBack(row, now);
  return {
    ...view(row),
    items: row.order.items.map(({ name, quantity }) => ({ name, quantity })),
    maskedEmail: maskEmail(row.order.email),
    mailsSent,
    undoUntil: takeBack ? row.undoUntil : null,
    promisedBy: row.state === 'queued' ? row.promisedBy : null,
    isPromiseBroken: row.state === 'queued' && row.promisedBy !== null && row.promisedBy <= now,
    replacedBy: row.replacedBy as Alternative | null,
    wasTakenBack:
      row.state === 'canceled' && ['taken-back', 'replaced'].includes(row.events.at(-1)?.cause ?? ''),
    receipt: receipt && receiptNumber(receipt),
    wasCalledOff,
    isGoodwill: row.notes.some(({ kind }) => kind === 'goodwill'),
    shopWords: row.notes.map(({ text }) => text).filter((text) => text !== ''),
    can: {
      takeBack,
      addReason: mayAct && isBuyer(viewer, row.order) && row.reason === '' && row.reasonKind === null,
      askAgain: mayAct && cameToNothing,
      seeNotes: isStaff(viewer.actor),
    },
  };
}

async function find(refundId: string): Promise<Row | null> {
  return isId(refundId) ? db.refund.findUnique({ where: { id: refundId }, include: shape }) : null;
}

function view(row: Row): RefundView {
  const sent = row.events.find((event) => event.toState === 'pending' || event.toState === 'succeeded');
  return {
    id: row.id,
    orderId: row.orderId,
    orderNumber: row.order.number,
    state: row.state,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    reason: row.reason,
    reasonKind: reasonKindOf(row.reasonKind),
    createdAt: row.createdAt,
    failureReason: row.failureReason,
    providerRefundId: row.providerRefundId,
    provider: row.provider,
    traceNumber: row.traceNumber,
    isReversal: row.isReversal,
    waitsFor: row.waitsFor as WaitsFor | null,
    events: row.events.map(({ toState, at, cause, note }) => ({ state: toState, at, cause, note })),
    byHandUntil: row.provider === 'manual' ? payByHandUntil(row.createdAt) : null,
    expected: expectedArrival(sent?.at ?? row.createdAt),
  };
}
