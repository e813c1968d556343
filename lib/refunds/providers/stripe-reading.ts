import type Stripe from 'stripe';
import type {
  ProviderDispute,
  ProviderRefund,
  ProviderRefundState,
  WaitsFor,
} from '@/lib/refunds/providers/provider';
import { fromStripeAmount } from '@/lib/refunds/providers/stripe-amounts';

const STATES: Record<string, ProviderRefundState> = {
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
};

/** A refund of Stripe's. A state that we do not know is one that is not over. */
export function readStripeRefund(refund: Stripe.Refund): ProviderRefund {
  const currency = refund.currency.toUpperCase();
  const intent = idOf(refund.payment_intent);
  const charge = idOf(refund.charge);
  const card = refund.destination_details?.card;
  return {
    id: refund.id,
    paymentRef: intent ?? charge ?? '',
    otherRef: intent ? charge : null,
    amountMinor: fromStripeAmount(refund.amount, currency),
    currency,
    state: STATES[refund.status ?? ''] ?? 'pending',
    failureReason: refund.failure_reason ?? null,
    refundId: refund.metadata?.refund_id ?? null,
    waitsFor: waitsFor(refund),
    traceNumber: traceNumber(refund),
    isReversal: card?.type === 'reversal',
    madeAt: new Date(refund.created * 1000),
  };
}

/** A dispute of Stripe's; one that is appealed is lost until the appeal is won. */
export function readStripeDispute(dispute: Stripe.Dispute): ProviderDispute {
  const currency = dispute.currency.toUpperCase();
  const refs = [idOf(dispute.payment_intent), idOf(dispute.charge)];
  return {
    id: dispute.id,
    paymentRefs: refs.filter((ref) => ref !== null),
    amount: { amountMinor: fromStripeAmount(dispute.amount, currency), currency },
    reason: dispute.reason,
    isInquiry: dispute.status.startsWith('warning_'),
    state: disputeState(dispute.status),
    openedAt: new Date(dispute.created * 1000),
  };
}

function disputeState(status: string): ProviderDispute['state'] {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'won';
  return status === 'lost' || status.startsWith('appeal_') ? 'lost' : 'open';
}

function waitsFor(refund: Stripe.Refund): WaitsFor | null {
  if (refund.status === 'requires_action') return 'buyer';
  if (refund.pending_reason === 'insufficient_funds') return 'balance';
  return refund.pending_reason === 'charge_pending' ? 'payment' : null;
}

/** A card's ARN, or what other methods have in its place. A reference may be there before it is worth telling. */
function traceNumber({ destination_details: details }: Stripe.Refund): string | null {
  if (!details) return null;
  const kinds: Record<string, unknown> = { ...details };
  const kind = kinds[details.type];
  if (typeof kind !== 'object' || kind === null) return null;
  const { reference, reference_status: status } = kind as { reference?: unknown; reference_status?: unknown };
  const isThere = typeof reference === 'string' && reference !== '';
  return isThere && (status === undefined || status === 'available') ? reference.slice(0, 100) : null;
}

function idOf(linked: string | { id: string } | null): string | null {
  return typeof linked === 'string' ? linked : (linked?.id ?? null);
}
