import { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import type { Viewer } from '@/lib/refunds/policy';
import { type RefundView, refundFor } from '@/lib/refunds/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { REFUND_STATES, RefundRequest, requestRefundWords } from '@/lib/refunds/schema';
import { trackerUrl } from '@/lib/refunds/sign-view-link';
import { IdParams, MoneyShape, NoInput, NoParams, NoQuery, TimeShape } from '@/lib/web/api-shapes';
import { endpoint } from '@/lib/web/endpoint';

const RefundShape = z.object({
  id: z.string(),
  orderId: z.string(),
  state: z.enum(REFUND_STATES),
  amount: MoneyShape,
  reason: z.string(),
  failureReason: z.string().nullable(),
  createdAt: TimeShape,
  events: z.array(z.object({ state: z.enum(REFUND_STATES), at: TimeShape, cause: z.string() })),
  url: z.string(),
});

const notFound = {
  problem: 'not-found',
  status: 404,
  detail: 'There is no such order or refund among yours.',
} as const;

export const requestRefundEndpoint = endpoint({
  method: 'POST',
  path: '/refunds',
  summary: 'Refund an order, or a part of it; asking again for a wholly refunded order gives the same refund',
  scope: 'write',
  params: NoParams,
  query: NoQuery,
  input: RefundRequest,
  output: RefundShape,
  async run({ input, actor }) {
    const outcome = await requestRefund(input, viewerOf(actor), 'api');
    if (!outcome.ok) {
      if (outcome.reason === 'not-found') return notFound;
      const detail = requestRefundWords[outcome.reason];
      if (outcome.reason === 'amount-too-large') {
        return { problem: outcome.reason, status: 422, detail, fieldErrors: { amountMinor: detail } };
      }
      return { problem: outcome.reason, status: 409, detail };
    }
    const refund = await refundFor(outcome.refundId, viewerOf(actor));
    return refund ? { status: outcome.repeated ? 200 : 201, body: shapeOf(refund) } : notFound;
  },
});

export const getRefundEndpoint = endpoint({
  method: 'GET',
  path: '/refunds/{id}',
  summary: 'Where a refund is, with every step',
  scope: 'read',
  params: IdParams,
  query: NoQuery,
  input: NoInput,
  output: RefundShape,
  async run({ params, actor }) {
    const refund = await refundFor(params.id, viewerOf(actor));
    return refund ? { status: 200, body: shapeOf(refund) } : notFound;
  },
});

function viewerOf(actor: Actor | null): Viewer {
  return { actor, guestOrderId: null };
}

function shapeOf(refund: RefundView): z.input<typeof RefundShape> {
  const { id, orderId, state, amount, reason, failureReason } = refund;
  return {
    id,
    orderId,
    state,
    amount,
    reason,
    failureReason,
    createdAt: refund.createdAt.toISOString(),
    events: refund.events.map((event) => ({
      state: event.state,
      at: event.at.toISOString(),
      cause: event.cause,
    })),
    url: trackerUrl(id),
  };
}
