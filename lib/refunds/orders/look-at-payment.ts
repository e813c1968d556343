import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { ProviderRefund } from '@/lib/refunds/providers/provider';
import { isProviderName, providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, findingOf } from '@/lib/refunds/settle-refund';

/** Whether there are books in which the refunds of such orders can be looked up. */
export function canBeAsked(provider: string): boolean {
  return provider !== 'manual' && isProviderName(provider);
}

/** Asks the payment provider for every refund of an order's payment, and writes down what we did not know: somebody said
 * that money went back, and this is how much. */
export async function lookAtPayment(orderId: string): Promise<void> {
  const order = await db.order.findUnique({ where: { id: orderId } });
  if (!order || !canBeAsked(order.provider)) return;
  const found = await providerNamed(order.provider).listRefunds(order.paymentRef);
  for (const refund of found) {
    await transaction((tx) => takeInRefund(tx, order.provider, order.id, refund));
  }
}

async function takeInRefund(tx: Tx, provider: string, orderId: string, found: ProviderRefund): Promise<void> {
  const ours = await ourRefund(tx, provider, orderId, found);
  if (ours === null) await recordForeignRefund(tx, provider, found);
  else await applyFinding(tx, ours, findingOf(found, 'look-up'));
}

/** By the metadata, by the provider's name of it, or one that an export told of without any name. */
async function ourRefund(
  tx: Tx,
  provider: string,
  orderId: string,
  found: ProviderRefund,
): Promise<string | null> {
  const isOurs = found.refundId === null ? [] : [{ id: found.refundId, provider, orderId }];
  const named = await tx.refund.findFirst({
    where: { OR: [...isOurs, { providerRefundId: found.id, provider }] },
    select: { id: true },
  });
  const unnamed =
    named ??
    (await tx.refund.findFirst({
      where: { orderId, requestedVia: 'provider', providerRefundId: null, amountMinor: found.amountMinor },
      orderBy: { seq: 'asc' },
      select: { id: true },
    }));
  return unnamed?.id ?? null;
}
