import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { DeskRefundReason } from '@/lib/refunds/schema';
import { settleRefund } from '@/lib/refunds/settle-refund';

/** Ends a refund of which nothing was found at the provider in 20 hours, after the owner has looked there: it failed, the
 * customer is told, and may ask again. Only then; before, the provider could still carry it out. */
export async function closeRefund(
  { refundId }: { refundId: string },
  actor: Actor,
): Promise<Outcome<{ refundId: string }, DeskRefundReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const refund = isId(refundId) ? await db.refund.findUnique({ where: { id: refundId } }) : null;
  if (!refund) return { ok: false, reason: 'not-found' };
  if (refund.state !== 'unknown' || refund.failureReason !== 'needs-review') {
    return { ok: false, reason: 'not-waiting' };
  }
  const closed = await settleRefund(refundId, {
    state: 'failed',
    cause: 'owner',
    failureReason: 'not-at-provider',
    note: `Closed by ${actor.name}.`,
    // If somebody looks at the provider at this very moment, their finding counts.
    ofAttempt: refund.attempts,
  });
  return closed ? { ok: true, refundId } : { ok: false, reason: 'not-waiting' };
}
