import { z } from 'zod';
import type { ProviderRefund } from '@/lib/refunds/providers/provider';

const Seen = z.object({
  id: z.string(),
  state: z.enum(['pending', 'succeeded', 'failed', 'canceled']),
  amountMinor: z.number(),
  currency: z.string(),
  failureReason: z.string().nullable(),
  traceNumber: z.string().nullable(),
  /** It carries our refund's id; null for one that was made elsewhere. */
  refundId: z.string().nullable(),
});

/** A refund as it stood at the provider when somebody had it asked. */
export type SeenRefund = z.infer<typeof Seen>;

/** What is kept of a provider's answer. */
export function keptOf(found: readonly ProviderRefund[]): string {
  const seen = found.map(
    ({ id, state, amountMinor, currency, failureReason, traceNumber, refundId }): SeenRefund => ({
      id,
      state,
      amountMinor,
      currency,
      failureReason,
      traceNumber: traceNumber ?? null,
      refundId,
    }),
  );
  return JSON.stringify(seen);
}

/** What was kept; what an older version kept differently is nothing seen. */
export function seenRefunds(kept: string): SeenRefund[] {
  return z.array(Seen).catch([]).parse(JSON.parse(kept));
}
