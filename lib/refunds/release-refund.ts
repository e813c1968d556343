import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/queue';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { mayRelease } from '@/lib/refunds/policy';
import type { DeskRefundReason } from '@/lib/refunds/schema';

/** Lets a refund go that waited for the owner (limits per day); from here on it is like any other. */
export async function releaseRefund(
  { refundId }: { refundId: string },
  actor: Actor,
): Promise<Outcome<{ refundId: string }, DeskRefundReason>> {
  if (!mayRelease(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const at = now();
    // Of two presses one finds it queued.
    const won = await tx.refund.updateMany({
      where: { id: refundId, state: 'queued' },
      data: { state: 'requested', updatedAt: at },
    });
    if (won.count === 0) {
      const found = await tx.refund.findUnique({ where: { id: refundId }, select: { id: true } });
      return { ok: false, reason: found ? 'not-waiting' : 'not-found' };
    }
    await addRefundEvent(tx, refundId, {
      from: 'queued',
      to: 'requested',
      cause: 'owner',
      note: `Released by ${actor.name}.`,
      at,
    });
    await enqueue(tx, 'refund.approved', { refundId }, { dedupeKey: `refund.approved:${refundId}` });
    await enqueue(tx, 'refund.due', { refundId }, { dedupeKey: `refund.due:${refundId}` });
    return { ok: true, refundId };
  });
}
