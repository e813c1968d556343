import { z } from 'zod';
import { fromPaypalAmount } from '@/lib/refunds/providers/paypal-amounts';
import type { ProviderDispute, ProviderRefund, ProviderRefundState } from '@/lib/refunds/providers/provider';

const Amount = z.object({ value: z.string(), currency_code: z.string() });
const Links = z.array(z.object({ href: z.string(), rel: z.string() })).default([]);

const Refund = z.object({
  id: z.string(),
  status: z.string(),
  amount: Amount,
  custom_id: z.string().optional(),
  create_time: z.string().optional(),
  status_details: z.object({ reason: z.string() }).partial().optional(),
  links: Links,
});

/** A capture says by its status whether anything of it was refunded, and names its order, which has the list. */
export const Capture = z.object({
  status: z.string(),
  supplementary_data: z
    .object({ related_ids: z.object({ order_id: z.string() }).partial() })
    .partial()
    .optional(),
});
const Order = z.object({
  purchase_units: z.array(
    z.object({ payments: z.object({ refunds: z.array(Refund).default([]) }).optional() }),
  ),
});

const Dispute = z.object({
  dispute_id: z.string(),
  create_time: z.string(),
  status: z.string(),
  reason: z.string().default(''),
  dispute_life_cycle_stage: z.string().default(''),
  dispute_amount: Amount.optional(),
  dispute_outcome: z.object({ outcome_code: z.string() }).partial().optional(),
  disputed_transactions: z.array(z.object({ seller_transaction_id: z.string().optional() })).default([]),
});

/** One page of the report of transactions. */
export const Report = z.object({
  total_pages: z.number().int().default(1),
  transaction_details: z
    .array(
      z.object({
        transaction_info: z.object({
          transaction_id: z.string(),
          paypal_reference_id: z.string().default(''),
          transaction_status: z.string().default(''),
          transaction_initiation_date: z.string().optional(),
          transaction_amount: Amount,
          custom_field: z.string().optional(),
        }),
      }),
    )
    .default([]),
});
type Reported = z.infer<typeof Report>['transaction_details'][number]['transaction_info'];

/** Our refund's id stands here with this before it: a shop's own note on the payment may be inherited by its refunds. */
const OURS = 'refund:';

export function customId(refundId: string): string {
  return `${OURS}${refundId}`;
}

const STATES: Record<string, ProviderRefundState> = {
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'canceled',
};

/** A refund of PayPal's. Its amount is `amount`; the totals beside it are of all refunds of the payment together.
 * @throws when it does not look like one */
export function readPaypalRefund(body: unknown): ProviderRefund {
  const refund = Refund.parse(body);
  const { amountMinor, currency } = fromPaypalAmount(refund.amount);
  const state = STATES[refund.status] ?? 'pending';
  return {
    id: refund.id,
    paymentRef: captureOf(refund.links),
    amountMinor,
    currency,
    state,
    failureReason: state === 'failed' ? (refund.status_details?.reason ?? 'failed').toLowerCase() : null,
    refundId: ourId(refund.custom_id),
    ...(refund.create_time ? { madeAt: new Date(refund.create_time) } : {}),
  };
}

/** The refunds of one capture in an order of PayPal's. */
export function readPaypalOrder(body: unknown, captureId: string): ProviderRefund[] {
  return Order.parse(body)
    .purchase_units.flatMap((unit) => unit.payments?.refunds ?? [])
    .map((refund) => readPaypalRefund(refund))
    .filter((refund) => refund.paymentRef === captureId);
}

export function readPaypalDispute(body: unknown): ProviderDispute {
  const dispute = Dispute.parse(body);
  const refs = dispute.disputed_transactions.map((transaction) => transaction.seller_transaction_id ?? '');
  return {
    id: dispute.dispute_id,
    paymentRefs: refs.filter((ref) => ref !== ''),
    amount: dispute.dispute_amount ? fromPaypalAmount(dispute.dispute_amount) : null,
    reason: dispute.reason.toLowerCase(),
    isInquiry: dispute.dispute_life_cycle_stage === 'INQUIRY',
    state: disputeState(dispute.status, dispute.dispute_outcome?.outcome_code ?? ''),
    openedAt: new Date(dispute.create_time),
  };
}

/** Where PayPal itself paid the buyer, the buyer has the money too: another refund would be a second one. */
function disputeState(status: string, outcome: string): ProviderDispute['state'] {
  if (status !== 'RESOLVED') return 'open';
  return ['RESOLVED_SELLER_FAVOUR', 'CANCELED_BY_BUYER', 'DENIED'].includes(outcome) ? 'won' : 'lost';
}

/** A line of the report of transactions. */
export function readPaypalReported(line: Reported): ProviderRefund {
  const states: Record<string, ProviderRefundState> = { S: 'succeeded', D: 'failed', V: 'failed' };
  const state = states[line.transaction_status] ?? 'pending';
  return {
    id: line.transaction_id,
    paymentRef: line.paypal_reference_id,
    ...fromPaypalAmount(line.transaction_amount),
    state,
    failureReason: state === 'failed' ? 'failed' : null,
    refundId: ourId(line.custom_field),
    ...(line.transaction_initiation_date ? { madeAt: new Date(line.transaction_initiation_date) } : {}),
  };
}

function ourId(note: string | undefined): string | null {
  return note?.startsWith(OURS) ? note.slice(OURS.length) : null;
}

function captureOf(links: { href: string; rel: string }[]): string {
  const up = links.find(({ rel, href }) => rel === 'up' && href.includes('/captures/'));
  return up?.href.split('/captures/')[1]?.split(/[/?#]/)[0] ?? '';
}
