import type { Tx } from '@/lib/db/transaction';
import { heldMinor } from '@/lib/refunds/rules';
import { ELSEWHERE } from '@/lib/refunds/schema';
import { applyFinding } from '@/lib/refunds/settle-refund';

/** After money went back past us: refunds of the order that have not been sent yet and are more than what is left are not
 * sent any more, the newest first, and their buyer is told why. The caller holds the order's lock, which whoever sends one
 * takes first (claim-refund.ts). */
export async function letGoOfTooMuch(tx: Tx, orderId: string): Promise<void> {
  const { capturedMinor, refunds } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { capturedMinor: true, refunds: { orderBy: { seq: 'desc' } } },
  });
  let tooMuch = heldMinor(refunds) - capturedMinor;
  for (const { id, state, amountMinor } of refunds) {
    if (tooMuch <= 0) return;
    if (state !== 'queued' && state !== 'requested') continue;
    await applyFinding(tx, id, { state: 'failed', failureReason: ELSEWHERE, cause: 'look-up' });
    tooMuch -= amountMinor;
  }
}
