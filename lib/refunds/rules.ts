import { DAY, HOUR, later, MINUTE, SECOND } from '@/lib/clock';
import type { RefundCause, RefundRefusal, RefundState } from '@/lib/refunds/schema';

type Part = { amountMinor: number; state: RefundState };
type Refundable = { capturedMinor: number; disputedAt: Date | null; paidAt: Date | null; createdAt: Date };
export type RefundPolicy = {
  /** Days after payment in which a refund is approved by itself; 0 = any time. */
  windowDays: number;
};

/** What refunds hold of an order: everything but what has come to nothing (failed, canceled). */
export function heldMinor(refunds: readonly Part[]): number {
  return refunds
    .filter((refund) => holdsMoney(refund.state))
    .reduce((sum, refund) => sum + refund.amountMinor, 0);
}

/** Whether a refund in this state counts against what was paid. */
export function holdsMoney(state: RefundState): boolean {
  return state !== 'failed' && state !== 'canceled';
}

/** How much of the order may be refunded now, or why nothing. Any reason is good enough, so none is asked. */
export function decideRefund(
  order: Refundable,
  refunds: readonly Part[],
  policy: RefundPolicy,
  now: Date,
): { ok: true; amountMinor: number } | { ok: false; reason: RefundRefusal } {
  if (order.capturedMinor <= 0) return { ok: false, reason: 'nothing-captured' };
  const left = order.capturedMinor - heldMinor(refunds);
  if (left <= 0) return { ok: false, reason: 'already-refunded' };
  if (order.disputedAt) return { ok: false, reason: 'disputed' };
  const closes = windowCloses(order, policy);
  if (closes && now > closes) return { ok: false, reason: 'window-closed' };
  return { ok: true, amountMinor: left };
}

/** The last moment of automatic refunds, or null for any time. Counted from the payment, else from when we learnt of it. */
export function windowCloses(
  order: Pick<Refundable, 'paidAt' | 'createdAt'>,
  policy: RefundPolicy,
): Date | null {
  return policy.windowDays > 0 ? later(order.paidAt ?? order.createdAt, policy.windowDays * DAY) : null;
}

/** By what the provider's word reaches us: as an answer, because we asked, or because it told us. */
const PROVIDER: readonly RefundCause[] = ['provider-answer', 'look-up', 'webhook'];
/** Before any money can be on its way. */
const GIVEN_UP: readonly RefundCause[] = ['taken-back', 'replaced', 'called-off'];
type Steps = Partial<Record<RefundState, readonly RefundCause[]>>;

/** The whole way of a refund: from where it may go where, and what may take it there; `new` is before its first step. Every
 * step is checked against it when it is written (add-refund-event.ts), and docs/refunds.md draws it.
 *
 * `succeeded` may still fail, days later. It goes back in two cases, neither of them a provider's word: a tick by hand that was
 * a mistake, and a sum that an export told, once its parts have rows of their own. Nothing comes back from failed or
 * canceled. What a late or repeated message says against this table is not applied. */
export const TRANSITIONS: Record<RefundState | 'new', Steps> = {
  new: {
    queued: ['person-limit', 'pace', 'daily-total', 'called-off-before', 'window-closed'],
    requested: ['buyer', 'owner'],
    pending: ['webhook'],
    succeeded: ['webhook', 'import'],
    failed: ['webhook'],
    canceled: ['webhook'],
  },
  // While it waits somebody may refund it at the provider.
  queued: {
    requested: ['owner'],
    canceled: GIVEN_UP,
    pending: PROVIDER,
    succeeded: PROVIDER,
    failed: PROVIDER,
  },
  // The shop may tell that the money has gone back past us.
  requested: { submitting: ['claim'], canceled: GIVEN_UP, failed: ['look-up'] },
  submitting: {
    submitting: ['claim'],
    unknown: ['provider-answer'],
    pending: PROVIDER,
    succeeded: PROVIDER,
    failed: PROVIDER,
    canceled: PROVIDER,
    disputed: ['provider-answer'],
  },
  unknown: {
    unknown: ['new-key'],
    submitting: ['claim'],
    pending: PROVIDER,
    succeeded: PROVIDER,
    failed: [...PROVIDER, 'owner'],
    canceled: PROVIDER,
  },
  // By hand, pending is not on its way before it is ticked off.
  pending: {
    succeeded: [...PROVIDER, 'ticked'],
    failed: PROVIDER,
    canceled: [...PROVIDER, 'called-off'],
  },
  succeeded: { failed: PROVIDER, pending: ['tick-undone'], canceled: ['told-apart'] },
  disputed: { pending: PROVIDER, succeeded: PROVIDER, failed: PROVIDER, canceled: PROVIDER },
  failed: {},
  canceled: {},
};

/** Whether this may take a refund from one state to the other; null is before its first step. */
export function mayBecome(from: RefundState | null, to: RefundState, cause: RefundCause): boolean {
  return TRANSITIONS[from ?? 'new'][to]?.includes(cause) ?? false;
}

type Undoable = { state: RefundState; undoUntil: Date | null };

/** Whether a refund can be taken back: while it waits for the owner, or while its money has not left. */
export function mayTakeBack(refund: Undoable, now: Date): boolean {
  if (refund.state === 'queued') return true;
  return refund.state === 'requested' && refund.undoUntil !== null && refund.undoUntil > now;
}

export type ItemLeft = {
  id: string;
  unitMinor: number;
  quantity: number;
  /** Pieces that refunds which have not come to nothing are for. */
  refunded: number;
};
export type ChosenLine = { itemId: string; quantity: number; amountMinor: number };

/** What the chosen pieces of an order cost, from our own rows. Where less was paid than the items cost (a discount on the
 * whole), each piece counts for its share of what was paid, rounded down.
 * @returns null when more of an item is chosen than is left of it, or an item that the order does not have */
export function priceOf(
  chosen: readonly { itemId: string; quantity: number }[],
  items: readonly ItemLeft[],
  capturedMinor: number,
): ChosenLine[] | null {
  const whole = items.reduce((sum, item) => sum + item.unitMinor * item.quantity, 0);
  const lines: ChosenLine[] = [];
  for (const { itemId, quantity } of chosen) {
    const item = items.find(({ id }) => id === itemId);
    const isTwice = lines.some((line) => line.itemId === itemId);
    if (!item || isTwice || quantity < 1 || quantity > item.quantity - item.refunded) return null;
    const full = BigInt(item.unitMinor) * BigInt(quantity);
    const share = whole > capturedMinor ? (full * BigInt(capturedMinor)) / BigInt(whole) : full;
    lines.push({ itemId, quantity, amountMinor: Number(share) });
  }
  return lines;
}

/** Waiting before each further try with the same key (defaults.md); the last is repeated. */
const RETRY_WAITS = [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR];
/** Providers forget a key after 24 h, and then the same request would pay again; we stop well before. */
export const RETRY_FOR = 20 * HOUR;

/** Whether the stored key may still be sent: only while the provider certainly remembers it. */
export function mayRetry(firstAttemptAt: Date | null, now: Date): boolean {
  return firstAttemptAt === null || now.getTime() - firstAttemptAt.getTime() < RETRY_FOR;
}

/** When to try again after `attempts` tries without an answer. */
export function nextTry(attempts: number, now: Date): Date {
  const wait = RETRY_WAITS[Math.min(Math.max(attempts, 1), RETRY_WAITS.length) - 1] ?? HOUR;
  return later(now, wait);
}

/** A refund that is on its way is looked at after 4 s, 4 s, 8 s, 16 s … and hourly in the end: each time when its age
 * has doubled. */
const FIRST_LOOK = 4 * SECOND;
export const LAST_LOOK = HOUR;
/** A refund that succeeded is looked at this long, because the bank can still send it back. */
export const LOOK_AFTER_SUCCESS_FOR = 3 * DAY;

/** When to look at the provider again, or null when there is nothing more to see. */
export function nextLook(state: RefundState, since: Date, now: Date): Date | null {
  const age = Math.max(0, now.getTime() - since.getTime());
  if (state !== 'pending' && state !== 'succeeded') return null;
  if (state === 'succeeded' && age > LOOK_AFTER_SUCCESS_FOR) return null;
  return later(now, Math.min(Math.max(age, FIRST_LOOK), LAST_LOOK));
}

/** Banks book a card refund within 5 to 10 working days; the two days as dates, weekends left out. */
export function expectedArrival(sentAt: Date): { from: Date; to: Date } {
  return { from: addWorkingDays(sentAt, 5), to: addWorkingDays(sentAt, 10) };
}

/** Whether the owner noted that it was paid by hand, and may take that back. What the shop's own system told of was paid there;
 * of that no tick of ours is the proof, and no other one has a say. */
export function isTickedByHand(refund: {
  provider: string;
  state: RefundState;
  requestedVia: string;
}): boolean {
  return refund.provider === 'manual' && refund.state === 'succeeded' && refund.requestedVia !== 'provider';
}

/** A refund that is paid by hand is promised within three working days: time for a weekend, and well inside the 14 days
 * that the law gives a shop. */
export function payByHandUntil(since: Date): Date {
  return addWorkingDays(since, 3);
}

function addWorkingDays(start: Date, days: number): Date {
  let date = start;
  for (let counted = 0; counted < days; ) {
    date = later(date, DAY);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) counted += 1;
  }
  return date;
}

type Waiting = {
  state: RefundState;
  undoUntil: Date | null;
  attempts: number;
  leaseUntil: Date | null;
  firstAttemptAt: Date | null;
  lastAttemptAt: Date | null;
  updatedAt: Date;
};

/** The jobs that move a refund on get this much longer than planned before the sweep takes over. */
const SWEEP_PATIENCE = MINUTE;
/** Nothing was found at the provider in 20 h: the owner decides, and we go on looking once a day. */
const PARKED_LOOK = DAY;

/** When an unanswered refund is tried, or only looked for, the next time. */
export function nextAttempt(refund: Pick<Waiting, 'attempts' | 'firstAttemptAt'>, now: Date): Date {
  return mayRetry(refund.firstAttemptAt, now) ? nextTry(refund.attempts, now) : later(now, PARKED_LOOK);
}

/** Whether nobody seems to be working on a refund that should have moved: its process died, or its job was lost. */
export function isOverdue(refund: Waiting, now: Date): boolean {
  const due = dueAt(refund, now);
  return due !== null && due <= now;
}

function dueAt(refund: Waiting, now: Date): Date | null {
  if (refund.state === 'requested') {
    const sent =
      refund.undoUntil && refund.undoUntil > refund.updatedAt ? refund.undoUntil : refund.updatedAt;
    return later(sent, SWEEP_PATIENCE);
  }
  if (refund.state === 'submitting') return refund.leaseUntil ?? now;
  if (refund.state === 'unknown') {
    return later(nextAttempt(refund, refund.lastAttemptAt ?? refund.updatedAt), SWEEP_PATIENCE);
  }
  if (refund.state === 'pending') return later(refund.updatedAt, LAST_LOOK + SWEEP_PATIENCE);
  return null;
}
