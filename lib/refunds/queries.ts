import { maskEmail } from '@/lib/accounts/email-address';
import { isOwner, isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, later, now } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import type { Money } from '@/lib/money';
import { isBuyer, mayRefund, maySee, type Viewer } from '@/lib/refunds/policy';
import type { WaitsFor } from '@/lib/refunds/providers/provider';
import { expectedArrival, mayTakeBack, payByHandUntil } from '@/lib/refunds/rules';
import { type Alternative, REFUND_STATES, type RefundState } from '@/lib/refunds/schema';
import { isViewKey } from '@/lib/refunds/sign-view-link';

export type RefundStepView = { state: RefundState; at: Date; cause: string; note: string };

export type RefundView = {
  id: string;
  orderId: string;
  orderNumber: string;
  state: RefundState;
  amount: Money;
  reason: string;
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
  can: { addReason: boolean; askAgain: boolean; seeNotes: boolean; takeBack: boolean };
};

const shape = {
  order: { include: { items: { orderBy: { position: 'asc' } } } },
  events: { orderBy: { position: 'asc' } },
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
  if (!row) return null;
  const linked = { id: row.id, orderId: row.orderId, linkNonce: row.order.linkNonce };
  const byLink = key !== null && isViewKey(key, linked, now);
  if (!byLink && !maySee(viewer, row.order)) return null;
  const mailsSent = await db.mail.count({
    where: { state: 'sent', dedupeKey: { startsWith: 'refund-', endsWith: `:${row.id}` } },
  });
  const mayAct = mayRefund(viewer, row.order);
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
    wasTakenBack: row.state === 'canceled' && row.attempts === 0,
    can: {
      takeBack,
      addReason: mayAct && isBuyer(viewer, row.order) && row.reason === '',
      askAgain: mayAct && cameToNothing,
      seeNotes: isStaff(viewer.actor),
    },
  };
}

export type DeskRefund = {
  id: string;
  orderId: string;
  orderNumber: string;
  email: string;
  state: RefundState;
  /** The shop pays it itself. */
  byHand: boolean;
  amount: Money;
  createdAt: Date;
  changedAt: Date;
  attempts: number;
  /** A refund that only the owner can bring on: waiting for release, to be paid by hand, or not found at the provider. */
  needsOwner: 'release' | 'pay' | 'review' | null;
  failureReason: string | null;
  /** What one on its way waits for, where the provider says so. */
  waitsFor: WaitsFor | null;
  queuedFor: string | null;
  can: { release: boolean; tick: boolean; undoTick: boolean };
};

/** The desk's list, the newest first. */
export async function deskRefunds(
  actor: Actor,
  options: { state: RefundState | null; page: number; perPage: number },
): Promise<{ items: DeskRefund[]; total: number; counts: Partial<Record<RefundState, number>> }> {
  const where = options.state ? { state: options.state } : {};
  const [rows, total, groups] = await Promise.all([
    db.refund.findMany({
      where,
      include: {
        order: { select: { number: true, email: true } },
        events: { where: { position: 0 } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (options.page - 1) * options.perPage,
      take: options.perPage,
    }),
    db.refund.count({ where }),
    db.refund.groupBy({ by: ['state'], _count: { _all: true } }),
  ]);
  return {
    total,
    counts: Object.fromEntries(groups.map((group) => [group.state, group._count._all])),
    items: rows.map((row) => ({
      id: row.id,
      orderId: row.orderId,
      orderNumber: row.order.number,
      email: row.order.email,
      state: row.state,
      byHand: row.provider === 'manual',
      amount: { amountMinor: row.amountMinor, currency: row.currency },
      createdAt: row.createdAt,
      changedAt: row.updatedAt,
      attempts: row.attempts,
      needsOwner: needsOwner(row),
      failureReason: row.failureReason,
      waitsFor: row.waitsFor as WaitsFor | null,
      queuedFor: row.state === 'queued' ? (row.events[0]?.cause ?? null) : null,
      can: {
        release: row.state === 'queued' && isOwner(actor),
        tick: row.provider === 'manual' && row.state === 'pending' && isOwner(actor),
        undoTick: row.provider === 'manual' && row.state === 'succeeded' && isOwner(actor),
      },
    })),
  };
}

/** A refund that did not arrive is the owner's to mend; after this long it has been seen. */
const FAILURE_IS_NEWS_FOR = 7 * DAY;

/** How many refunds need the owner: waiting for release, to be paid by hand, not found at the provider, or lately failed or disputed. */
export function countRefundsForOwner(): Promise<number> {
  const lately = { gte: later(now(), -FAILURE_IS_NEWS_FOR) };
  return db.refund.count({
    where: {
      OR: [
        { state: 'queued' },
        { provider: 'manual', state: 'pending' },
        { failureReason: 'needs-review' },
        { state: { in: ['failed', 'disputed'] }, updatedAt: lately },
      ],
    },
  });
}

/** A state from an address, or null for all. */
export function stateNamed(raw: string | undefined): RefundState | null {
  return REFUND_STATES.find((state) => state === raw) ?? null;
}

function needsOwner(row: {
  state: RefundState;
  provider: string;
  failureReason: string | null;
}): DeskRefund['needsOwner'] {
  if (row.state === 'queued') return 'release';
  if (row.provider === 'manual' && row.state === 'pending') return 'pay';
  return row.failureReason === 'needs-review' ? 'review' : null;
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
