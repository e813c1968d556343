import { later, MINUTE, now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { lockOrderOf } from '@/lib/refunds/lock-order';
import { mayRetry } from '@/lib/refunds/rules';

/** A claim is worth this long; a provider's answer is waited for much shorter (see pay-refund.ts). */
export const CLAIM_LEASE = MINUTE;

export type ClaimedRefund = {
  id: string;
  provider: string;
  paymentRef: string;
  amountMinor: number;
  currency: string;
  idempotencyKey: string;
  /** Which try this is, from 1. */
  attempt: number;
  /** Whether the stored key may still be sent. */
  maySend: boolean;
  /** The bank disputes the payment: nothing may be sent that was not sent before. */
  isDisputed: boolean;
};

/** Takes a refund to work on it: writes "submitting", the try and its time, and commits, before any provider hears of it.
 * @returns null when there is nothing to do, or somebody else has it */
export function claimRefund(refundId: string): Promise<ClaimedRefund | null> {
  return transaction(async (tx) => {
    const at = now();
    // Writing first locks the order: what is told of it meanwhile counts this refund as sent, or has let it go.
    await lockOrderOf(tx, refundId);
    const refund = await tx.refund.findUnique({
      where: { id: refundId },
      include: { order: { select: { disputedAt: true } } },
    });
    if (!refund) return null;
    const isAbandoned =
      refund.state === 'submitting' && (refund.leaseUntil === null || refund.leaseUntil <= at);
    // It can still be taken back.
    if (refund.undoUntil !== null && refund.undoUntil > at) return null;
    if (refund.state !== 'requested' && refund.state !== 'unknown' && !isAbandoned) return null;
    // `attempts` is the version: of several claims one wins.
    const won = await tx.refund.updateMany({
      where: { id: refundId, state: refund.state, attempts: refund.attempts },
      data: {
        state: 'submitting',
        attempts: refund.attempts + 1,
        leaseUntil: later(at, CLAIM_LEASE),
        firstAttemptAt: refund.firstAttemptAt ?? at,
        lastAttemptAt: at,
        updatedAt: at,
      },
    });
    if (won.count === 0) return null;
    const note = isAbandoned ? 'The process that had it ended before it wrote down an answer.' : '';
    await addRefundEvent(tx, refundId, { from: refund.state, to: 'submitting', cause: 'claim', note, at });
    return {
      id: refund.id,
      provider: refund.provider,
      paymentRef: refund.paymentRef,
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      idempotencyKey: refund.idempotencyKey,
      attempt: refund.attempts + 1,
      maySend: mayRetry(refund.firstAttemptAt, at),
      isDisputed: refund.order.disputedAt !== null,
    };
  });
}
