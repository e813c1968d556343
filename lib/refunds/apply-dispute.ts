import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import type { ProviderDispute } from '@/lib/refunds/providers/provider';
import { DISPUTE_OVER } from '@/lib/refunds/schema';
import { applyFinding } from '@/lib/refunds/settle-refund';

/** An inquiry is kept as a dispute whose reason says so: it holds no money, and a refund settles it. */
const INQUIRY = 'inquiry: ';

/** Writes down how a dispute stands, and holds back the order's refunds while the bank has the money. A dispute that ended
 * stays ended, whatever comes late; its outcome may still turn.
 * @returns whether anything changed */
export async function applyDispute(tx: Tx, provider: string, found: ProviderDispute): Promise<boolean> {
  const at = now();
  const payment = { provider, paymentRef: { in: found.paymentRefs } };
  // Writing first locks the order, so that two messages are applied one after the other.
  await tx.order.updateMany({ where: payment, data: { lockVersion: { increment: 1 } } });
  const order = await tx.order.findFirst({
    where: payment,
    include: { disputes: true },
    orderBy: { createdAt: 'asc' },
  });
  if (!order) return false;
  const names = [found.id, ...found.paymentRefs.map((ref) => `payment:${ref}`)];
  // What an import wrote down has the payment's name, because exports do not name disputes.
  const known = order.disputes.find(
    (dispute) => dispute.provider === provider && names.includes(dispute.providerDisputeId),
  );
  const state = found.state === 'open' && known && known.state !== 'open' ? known.state : found.state;
  const facts = {
    providerDisputeId: found.id,
    reason: `${found.isInquiry ? INQUIRY : ''}${found.reason}`.slice(0, 200),
    state,
    closedAt: state === 'open' ? null : (known?.closedAt ?? at),
  };
  if (known) await tx.dispute.update({ where: { id: known.id }, data: facts });
  else {
    await tx.dispute.create({
      data: {
        id: newId(),
        orderId: order.id,
        provider,
        ...(found.amount ?? { amountMinor: order.capturedMinor, currency: order.currency }),
        openedAt: found.openedAt,
        ...facts,
      },
    });
  }
  const others = order.disputes.filter((dispute) => dispute.id !== known?.id);
  const isHeld = [facts, ...others].some(holdsMoney);
  const disputedAt = isHeld ? (order.disputedAt ?? at) : null;
  await tx.order.update({ where: { id: order.id }, data: { disputedAt, updatedAt: at } });
  if (state === 'won' && !found.isInquiry && !isHeld) await letGo(tx, order.id);
  return known?.state !== state || known.reason !== facts.reason;
}

/** The bank has left the money with the shop: what had waited for that is let go, its buyer is told, and may ask again. */
async function letGo(tx: Tx, orderId: string): Promise<void> {
  const held = await tx.refund.findMany({ where: { orderId, state: 'disputed' }, select: { id: true } });
  for (const { id } of held) {
    await applyFinding(tx, id, { state: 'canceled', failureReason: DISPUTE_OVER, cause: 'webhook' });
  }
}

/** While it is open the bank has the money; when it is lost, the buyer has it. */
function holdsMoney({ state, reason }: { state: string; reason: string }): boolean {
  return state !== 'won' && !reason.startsWith(INQUIRY);
}
