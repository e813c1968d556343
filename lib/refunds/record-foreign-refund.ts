import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { letGoOfTooMuch } from '@/lib/refunds/let-go-of-too-much';
import { type ProviderRefund, refsOf } from '@/lib/refunds/providers/provider';
import { providerNamed } from '@/lib/refunds/providers/registry';
import type { RefundState } from '@/lib/refunds/schema';
import { applyFinding, findingOf } from '@/lib/refunds/settle-refund';

/** Writes down whatever was refunded of a payment at the provider and is not known here, so that what is left is true. */
export async function recordForeignRefunds(provider: string, paymentRef: string): Promise<void> {
  const found = await providerNamed(provider).listRefunds(paymentRef);
  for (const refund of found.filter(({ refundId }) => refundId === null)) {
    const isKnown = (await db.refund.count({ where: { providerRefundId: refund.id } })) > 0;
    if (isKnown) continue;
    try {
      await transaction((tx) => recordForeignRefund(tx, provider, refund));
    } catch (error) {
      // A message about it was faster.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

/** Writes down a refund that was made at the provider by hand, so that our sums stay true.
 * @returns false when no order of ours was paid that way, or an own refund is under way that may be the same one */
export async function recordForeignRefund(tx: Tx, provider: string, found: ProviderRefund): Promise<boolean> {
  const at = now();
  const payment = { provider, paymentRef: { in: refsOf(found) } };
  await tx.order.updateMany({ where: payment, data: { lockVersion: { increment: 1 } } });
  const order = await tx.order.findFirst({
    where: { ...payment, currency: found.currency },
    include: { refunds: { orderBy: { seq: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  });
  if (!order) return false;
  // An own try that is still open adopts the refund by its own look-up; two rows for one refund would be wrong.
  const open = ['requested', 'submitting', 'unknown'];
  if (order.refunds.some((refund) => open.includes(refund.state))) return false;
  // An import told of it by its amount only: from now on it has its name.
  const unnamed = order.refunds.filter(
    (refund) =>
      refund.requestedVia === 'provider' &&
      refund.providerRefundId === null &&
      // One that gave way to refunds with names (look-at-payment.ts) is nobody any more.
      refund.state === 'succeeded',
  );
  const told = unnamed.find(({ amountMinor }) => amountMinor === found.amountMinor);
  if (told) {
    await applyFinding(tx, told.id, findingOf(found, 'look-up'));
    return true;
  }
  if (await wasWaitedFor(tx, order.refunds, found)) return true;
  const id = newId();
  await tx.refund.create({
    data: {
      id,
      orderId: order.id,
      seq: Math.max(0, ...order.refunds.map((refund) => refund.seq)) + 1,
      amountMinor: found.amountMinor,
      currency: found.currency,
      provider,
      paymentRef: order.paymentRef,
      state: found.state,
      idempotencyKey: `rf_${id}`,
      providerRefundId: found.id,
      failureReason: found.failureReason,
      traceNumber: found.traceNumber ?? null,
      waitsFor: found.waitsFor ?? null,
      isReversal: found.isReversal ?? false,
      policySnapshot: '{}',
      requestedVia: 'provider',
      createdAt: at,
      updatedAt: at,
    },
  });
  await addRefundEvent(tx, id, {
    from: null,
    to: found.state,
    cause: 'webhook',
    note: 'Made at the provider.',
    at,
    isOld: found.madeAt !== undefined && found.madeAt < order.createdAt,
  });
  // A sum that an export told may be of this one, too; until somebody looks, both are held.
  if (unnamed.length > 0) {
    const dedupeKey = `order.look:${order.id}:${found.id}`;
    await enqueue(tx, 'order.look-due', { orderId: order.id }, { dedupeKey });
  } else await letGoOfTooMuch(tx, order.id);
  return true;
}

type Own = { id: string; state: RefundState; amountMinor: number };

/** Whoever looked after a refund that waits for the owner may have made it at the provider: then it is done. */
async function wasWaitedFor(tx: Tx, refunds: readonly Own[], found: ProviderRefund): Promise<boolean> {
  const same = refunds.find(
    ({ state, amountMinor }) => state === 'queued' && amountMinor === found.amountMinor,
  );
  if (!same || (found.state !== 'pending' && found.state !== 'succeeded')) return false;
  await tx.refund.update({ where: { id: same.id }, data: { firstAttemptAt: now() } });
  const note = 'It was made at the provider while it waited.';
  return applyFinding(tx, same.id, { ...findingOf(found, 'look-up'), note });
}
