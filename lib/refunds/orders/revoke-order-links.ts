import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';

/** Makes every link and code that was mailed for an order worthless, and whatever was opened with them; who comes next
 * proves the order again. */
export async function revokeOrderLinks(
  { orderId }: { orderId: string },
  actor: Actor,
): Promise<Outcome<object, 'not-allowed' | 'not-found'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  if (!isId(orderId)) return { ok: false, reason: 'not-found' };
  return transaction(async (tx) => {
    const raised = { linkNonce: { increment: 1 } };
    const { count } = await tx.order.updateMany({ where: { id: orderId }, data: raised });
    await tx.orderCode.deleteMany({ where: { orderId } });
    return count > 0 ? { ok: true } : { ok: false, reason: 'not-found' };
  });
}
