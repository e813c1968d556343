import { db } from '@/lib/db/client';
import type { PaymentProvider, ProviderRefund, ProviderRefundState } from '@/lib/refunds/providers/provider';
import type { RefundState } from '@/lib/refunds/schema';

/** The owner pays by hand (bank transfer, cash) and ticks it off at the desk. There is no outside system, so the books of
 * this provider are the refunds themselves: whatever is asked again gives the same answer, and nothing can be paid twice
 * by asking. `tick-refund.ts` is what moves a refund on. */
export const manual: PaymentProvider = {
  name: 'manual',

  async createRefund({ refundId, paymentRef, amountMinor, currency }) {
    const facts = { paymentRef, amountMinor, currency, refundId };
    return { id: nameOf(refundId), state: 'pending', failureReason: null, ...facts };
  },

  async listRefunds(paymentRef) {
    const rows = await db.refund.findMany({
      where: { provider: 'manual', paymentRef, attempts: { gt: 0 } },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(asRefund);
  },

  async getRefund(providerRefundId) {
    const row = await db.refund.findFirst({ where: { provider: 'manual', providerRefundId } });
    return row && asRefund(row);
  },

  async refundsSince(from) {
    const rows = await db.refund.findMany({
      where: { provider: 'manual', attempts: { gt: 0 }, createdAt: { gte: from } },
    });
    return rows.map(asRefund);
  },

  async getDispute() {
    return null;
  },

  async verifyWebhook() {
    return null;
  },
};

type Row = NonNullable<Awaited<ReturnType<typeof db.refund.findFirst>>>;

function asRefund({ id, paymentRef, amountMinor, currency, state, failureReason }: Row): ProviderRefund {
  const facts = { paymentRef, amountMinor, currency, failureReason };
  return { id: nameOf(id), refundId: id, state: stateInBooks(state), ...facts };
}

function nameOf(refundId: string): string {
  return `manual_${refundId}`;
}

function stateInBooks(state: RefundState): ProviderRefundState {
  return state === 'succeeded' || state === 'failed' || state === 'canceled' ? state : 'pending';
}
