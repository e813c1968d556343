import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import type { ProviderRefund } from '@/lib/refunds/providers/provider';
import { isProviderName, providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, findingOf } from '@/lib/refunds/settle-refund';

/** Whether there are books in which the refunds of such orders can be looked up, and a key to them. */
export function canBeAsked(provider: string): boolean {
  if (provider === 'manual' || !isProviderName(provider)) return false;
  const keys = { stripe: config().stripe, paypal: config().paypal };
  return !(provider in keys) || keys[provider as keyof typeof keys] !== null;
}

/** Asks the payment provider for every refund of an order's payment, and writes down what we did not know: somebody said
 * that money went back, and this is how much. @returns how many changed something */
export async function lookAtPayment(orderId: string): Promise<number> {
  const order = await db.order.findUnique({ where: { id: orderId } });
  if (!order || !canBeAsked(order.provider)) return 0;
  const { provider } = order;
  const found = await providerNamed(provider).listRefunds(order.paymentRef);
  return transaction(async (tx) => {
    // Writing first locks the order: nothing is asked for while its refunds get their names.
    await tx.order.updateMany({ where: { id: orderId }, data: { lockVersion: { increment: 1 } } });
    const known = await tx.refund.findMany({ where: { orderId }, orderBy: { seq: 'asc' } });
    let changes = await nameTold(tx, known, found);
    for (const refund of found) {
      const ours = await ourRefund(tx, provider, orderId, refund);
      const changed = ours
        ? await applyFinding(tx, ours, findingOf(refund, 'look-up'))
        : await recordForeignRefund(tx, provider, refund);
      changes += changed ? 1 : 0;
    }
    return changes;
  });
}

type Known = Awaited<ReturnType<Tx['refund']['findMany']>>;

/** An export tells the sum of a payment's refunds and none of their names. One of the same amount is the same one; a sum of
 * several gives way to them, in the same transaction in which they are written down. */
async function nameTold(tx: Tx, known: Known, found: readonly ProviderRefund[]): Promise<number> {
  const unnamed = known.filter(
    (one) => one.requestedVia === 'provider' && one.providerRefundId === null && one.state === 'succeeded',
  );
  const names = new Set(known.flatMap(({ id, providerRefundId }) => [id, providerRefundId ?? id]));
  const strangers = found.filter((one) => !names.has(one.id) && !names.has(one.refundId ?? ''));
  // While an own try is open nothing is written down that may be its outcome, so no sum gives way to nothing.
  const isOpen = known.some(({ state }) => ['requested', 'submitting', 'unknown'].includes(state));
  let changes = 0;
  for (const told of unnamed) {
    const at = strangers.findIndex(({ amountMinor }) => amountMinor === told.amountMinor);
    const [same] = at === -1 ? [] : strangers.splice(at, 1);
    if (same) await tx.refund.update({ where: { id: told.id }, data: { providerRefundId: same.id } });
    const givesWay = !same && strangers.length > 0 && !isOpen;
    if (givesWay) await giveWay(tx, told.id);
    changes += same || givesWay ? 1 : 0;
  }
  return changes;
}

async function giveWay(tx: Tx, refundId: string): Promise<void> {
  const at = now();
  await tx.refund.update({ where: { id: refundId }, data: { state: 'canceled', updatedAt: at } });
  await addRefundEvent(tx, refundId, {
    from: 'succeeded',
    to: 'canceled',
    cause: 'told-apart',
    note: 'An export told only the sum; each refund has a row of its own now.',
    at,
  });
}

/** By the metadata, or by the provider's name of it. */
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
  return named?.id ?? null;
}
