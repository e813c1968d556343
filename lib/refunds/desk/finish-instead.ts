import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { InsteadReason } from '@/lib/refunds/desk/schema';

/** Notes that the buyer has got what they chose instead of the money. */
export async function finishInstead(
  { refundId }: { refundId: string },
  actor: Actor,
): Promise<Outcome<{ refundId: string }, InsteadReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  if (!isId(refundId)) return { ok: false, reason: 'not-found' };
  const at = now();
  const done = await db.refund.updateMany({
    where: { id: refundId, replacedBy: { not: null }, replacedDoneAt: null },
    data: { replacedDoneAt: at, updatedAt: at },
  });
  if (done.count === 1) return { ok: true, refundId };
  const known = (await db.refund.count({ where: { id: refundId } })) > 0;
  return { ok: false, reason: known ? 'not-waiting' : 'not-found' };
}
