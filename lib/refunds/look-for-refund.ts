import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import type { DeskRefundReason } from '@/lib/refunds/schema';

/** Has the provider asked again now about a refund that got no clear answer. It never pays a second time. */
export async function lookForRefund(
  { refundId }: { refundId: string },
  actor: Actor,
): Promise<Outcome<{ refundId: string }, DeskRefundReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const refund = isId(refundId) ? await db.refund.findUnique({ where: { id: refundId } }) : null;
  if (!refund) return { ok: false, reason: 'not-found' };
  if (refund.state !== 'unknown') return { ok: false, reason: 'not-waiting' };
  // Two presses in one minute are one look.
  const dedupeKey = `refund.desk-look:${refundId}:${now().toISOString().slice(0, 16)}`;
  await transaction((tx) => enqueue(tx, 'refund.check-due', { refundId }, { dedupeKey }));
  return { ok: true, refundId };
}
