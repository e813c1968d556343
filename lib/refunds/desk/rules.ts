import { later, MINUTE } from '@/lib/clock';
import { holdsMoney } from '@/lib/refunds/rules';
import type { RefundState } from '@/lib/refunds/schema';

/** Why a refund needs the owner, the most urgent first. */
export const NEEDS = ['bounced', 'disputed', 'queued', 'unknown', 'pay', 'balance', 'instead'] as const;
export type Need = (typeof NEEDS)[number];

/** A provider's first silence is mended by asking again; after this long somebody may want to know. It is also how long a
 * request may still be worked on at the provider after its last try, so nothing is sent under a new key before. */
export const QUIET_AFTER = 10 * MINUTE;

type Needing = {
  state: RefundState;
  provider: string;
  failureReason: string | null;
  waitsFor: string | null;
  firstAttemptAt: Date | null;
  replacedBy: string | null;
  replacedDoneAt: Date | null;
};

/** What a refund needs of the owner.
 * @param isOpen for one that failed or is disputed: nothing was done about it, and no later refund took its place */
export function needOf(refund: Needing, isOpen: boolean, now: Date): Need | null {
  const { state, provider } = refund;
  if (state === 'queued') return 'queued';
  if (state === 'failed' && isOpen) return 'bounced';
  if (state === 'disputed' && isOpen) return 'disputed';
  if (state === 'unknown' && isQuiet(refund, now)) return 'unknown';
  if (state === 'pending' && provider === 'manual') return 'pay';
  if (state === 'pending' && refund.waitsFor === 'balance') return 'balance';
  if (state === 'canceled' && refund.replacedBy !== null && refund.replacedDoneAt === null) return 'instead';
  return null;
}

function isQuiet({ failureReason, firstAttemptAt }: Needing, now: Date): boolean {
  if (failureReason === 'needs-review') return true;
  return firstAttemptAt !== null && later(firstAttemptAt, QUIET_AFTER) <= now;
}

/** Whether a later refund of the same order that holds money took its place. */
export function isReplacedBy(
  refund: { seq: number },
  ofOrder: readonly { seq: number; state: RefundState }[],
): boolean {
  return ofOrder.some(({ seq, state }) => seq > refund.seq && holdsMoney(state));
}

type Ended = { state: RefundState; provider: string };

/** Whether the owner may call a refund off: while it waits for them, while its money has not left, and while they have not
 * paid it by hand. Later the money is the buyer's, or on its way. */
export function mayCallOff(refund: Ended): boolean {
  const { state, provider } = refund;
  if (state === 'queued' || state === 'requested') return true;
  return provider === 'manual' && state === 'pending';
}

type Stuck = { state: RefundState; provider: string; lastAttemptAt: Date | null };

/** Whether a refund may be sent again once the provider was looked at: it failed for good, or no answer to it can be had.
 * @param isReplaced a later refund of the order took its place */
export function maySendAgain(refund: Stuck, isReplaced: boolean, now: Date): 'yes' | 'too-soon' | 'no' {
  if (refund.provider === 'manual') return 'no';
  if (refund.state === 'failed') return isReplaced ? 'no' : 'yes';
  if (refund.state !== 'unknown') return 'no';
  return refund.lastAttemptAt && later(refund.lastAttemptAt, QUIET_AFTER) > now ? 'too-soon' : 'yes';
}
