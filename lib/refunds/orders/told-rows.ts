import type { Prisma } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import type { OrderFacts } from '@/lib/refunds/orders/order-facts';
import { missingRefunds } from '@/lib/refunds/orders/rules';
import { INQUIRY } from '@/lib/refunds/orders/told-order';
import { holdsMoney } from '@/lib/refunds/rules';
import type { RefundState } from '@/lib/refunds/schema';

type OrderOf = Pick<OrderFacts['columns'], 'currency' | 'provider' | 'paymentRef' | 'paidAt'> & {
  id: string;
};
type KnownRefund = {
  seq: number;
  amountMinor: number;
  state: RefundState;
  /** The first steps, which say who told of it. */
  events: readonly { providerEventId: string | null }[];
};
type Rows = { refunds: Prisma.RefundCreateManyInput[]; events: Prisma.RefundEventCreateManyInput[] };

/** The rows of refunds that were made past us, with their one step each. Nothing is sent or mailed for them: the money went
 * back before we heard of it. */
export function toldRefundRows(
  order: OrderOf,
  known: readonly KnownRefund[],
  told: OrderFacts['refunds'],
  at: Date,
): Rows {
  const sent = known.filter(({ state }) => holdsMoney(state) && state !== 'queued' && state !== 'requested');
  const ids = new Set(
    known.flatMap(({ events }) => events.flatMap(({ providerEventId: id }) => (id === null ? [] : [id]))),
  );
  const heldMinor = sent.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const lastSeq = Math.max(0, ...known.map(({ seq }) => seq));
  const rows: Rows = { refunds: [], events: [] };
  for (const [index, refund] of missingRefunds(told, ids, heldMinor).entries()) {
    const id = newId();
    const madeAt = refund.at ?? order.paidAt ?? at;
    rows.refunds.push({
      id,
      orderId: order.id,
      seq: lastSeq + index + 1,
      amountMinor: refund.amountMinor,
      currency: order.currency,
      provider: order.provider,
      paymentRef: order.paymentRef,
      state: 'succeeded',
      idempotencyKey: `rf_${id}`,
      reason: refund.reason,
      policySnapshot: '{}',
      requestedVia: 'provider',
      createdAt: madeAt,
      updatedAt: at,
    });
    rows.events.push({
      id: newId(),
      refundId: id,
      position: 0,
      fromState: null,
      toState: 'succeeded',
      cause: 'import',
      note: 'Made before, or past this site.',
      providerEventId: refund.toldId,
      at: madeAt,
    });
  }
  return rows;
}

/** A dispute's row as it is told. */
export function disputeRow(
  order: OrderOf,
  told: OrderFacts['disputes'][number],
  at: Date,
): Prisma.DisputeCreateManyInput {
  const { id, state, amountMinor, reason, openedAt } = told;
  return {
    id: newId(),
    orderId: order.id,
    provider: order.provider,
    providerDisputeId: id,
    amountMinor,
    currency: order.currency,
    reason,
    state,
    openedAt,
    closedAt: state === 'open' ? null : at,
  };
}

/** Since when the bank has the money, as the disputes of an order say: one that was won is over, and a question is none yet. */
export function disputedSince(
  disputes: readonly { state: string; reason: string; openedAt: Date }[],
): Date | null {
  const standing = disputes.filter(({ state, reason }) => state !== 'won' && !reason.startsWith(INQUIRY));
  const times = standing.map(({ openedAt }) => openedAt.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}
