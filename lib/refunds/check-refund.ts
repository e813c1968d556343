import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { payRefund } from '@/lib/refunds/pay-refund';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { nextLook } from '@/lib/refunds/rules';
import { findingOf, settleRefund } from '@/lib/refunds/settle-refund';

/** Moves a refund on by asking the provider how it stands, and plans the next look. */
export async function checkRefund(refundId: string): Promise<void> {
  const refund = await db.refund.findUnique({
    where: { id: refundId },
    include: { events: { orderBy: { position: 'desc' }, take: 1 } },
  });
  if (!refund) return;
  const { state, providerRefundId } = refund;
  if (state === 'requested' || state === 'submitting' || state === 'unknown') return payRefund(refundId);
  if ((state !== 'pending' && state !== 'succeeded') || !providerRefundId) return;
  const found = await providerNamed(refund.provider).getRefund(providerRefundId);
  if (!found) log.error('refund.gone-at-provider', { refund: refundId });
  const changed = found !== null && (await settleRefund(refundId, findingOf(found, 'look-up')));
  // A change has planned its own next look.
  if (changed) return;
  const at = now();
  const runAt = nextLook(state, refund.events[0]?.at ?? refund.createdAt, at);
  if (!runAt) return;
  // Several looks at the same age plan one next look.
  const dedupeKey = `refund.look:${refundId}:${Math.floor(runAt.getTime() / 1000)}`;
  await transaction((tx) => enqueue(tx, 'refund.check-due', { refundId }, { runAt, dedupeKey }));
}
