import { later, now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { lockOrderOf } from '@/lib/refunds/lock-order';
import type { ProviderRefund, ProviderRefundState, WaitsFor } from '@/lib/refunds/providers/provider';
import { mayBecome, mayRetry, nextAttempt, nextLook } from '@/lib/refunds/rules';

/** What was learnt about a refund, and from where. */
export type Finding = {
  state: ProviderRefundState | 'unknown' | 'disputed';
  cause: 'provider-answer' | 'look-up' | 'webhook' | 'owner' | 'ticked';
  providerRefundId?: string;
  failureReason?: string | null;
  /** What the provider tells beside the state. */
  details?: { waitsFor: WaitsFor | null; traceNumber: string | null; isReversal: boolean };
  note?: string;
  providerEventId?: string;
  /** Only if this try is still the latest: an answer that comes after its lease ended may not overrule a later one. */
  ofAttempt?: number;
};

/** A provider's refund as a finding. */
export function findingOf(found: ProviderRefund, cause: Finding['cause']): Finding {
  return {
    state: found.state,
    providerRefundId: found.id,
    failureReason: found.failureReason,
    details: {
      waitsFor: found.waitsFor ?? null,
      traceNumber: found.traceNumber ?? null,
      isReversal: found.isReversal ?? false,
    },
    cause,
  };
}

/** Applies what was learnt in a transaction of its own. @returns whether the refund's state changed */
export function settleRefund(refundId: string, finding: Finding): Promise<boolean> {
  return transaction((tx) => applyFinding(tx, refundId, finding));
}

/** Applies what was learnt by the table of legal changes: repeated, late and reordered news change nothing. Every change
 * is a step of the timeline, and what follows from it is enqueued with it, once.
 * @returns whether the refund's state changed */
export async function applyFinding(tx: Tx, refundId: string, finding: Finding): Promise<boolean> {
  const at = now();
  // The order first: a receipt and a dispute take more rows than the refund's.
  await lockOrderOf(tx, refundId);
  // Writing first locks the row, so that two findings are applied one after the other.
  const locked = await tx.refund.updateMany({ where: { id: refundId }, data: { updatedAt: at } });
  if (locked.count === 0) return false;
  const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
  if (finding.ofAttempt !== undefined && finding.ofAttempt !== refund.attempts) return false;
  const { providerRefundId } = finding;
  if (providerRefundId && refund.providerRefundId && refund.providerRefundId !== providerRefundId) {
    log.error('refund.second-at-provider', {
      refund: refundId,
      known: refund.providerRefundId,
      providerRefundId,
    });
    return false;
  }
  if (providerRefundId && !refund.providerRefundId) {
    await tx.refund.update({ where: { id: refundId }, data: { providerRefundId } });
  }
  const changes = mayBecome(refund.state, finding.state, finding.cause);
  if (changes || refund.state === finding.state) await keepDetails(tx, refund, finding);
  if (!changes) return false;
  const parked = finding.state === 'unknown' && !mayRetry(refund.firstAttemptAt, at);
  await tx.refund.update({
    where: { id: refundId },
    data: {
      state: finding.state,
      leaseUntil: null,
      failureReason: parked ? 'needs-review' : (finding.failureReason ?? null),
    },
  });
  await addRefundEvent(tx, refundId, {
    from: refund.state,
    to: finding.state,
    cause: finding.cause,
    note: finding.note,
    providerEventId: finding.providerEventId,
    at,
  });
  await enqueueWhatFollows(tx, refund, finding, at);
  return true;
}

/** Keeps what the provider tells beside the state; it may come later than the state (a card's ARN takes days). */
async function keepDetails(
  tx: Tx,
  refund: { id: string; traceNumber: string | null },
  { state, details }: Finding,
): Promise<void> {
  if (!details) return;
  const { traceNumber, isReversal } = details;
  const waitsFor = state === 'pending' ? details.waitsFor : null;
  await tx.refund.update({
    where: { id: refund.id },
    data: { waitsFor, isReversal, traceNumber: traceNumber ?? refund.traceNumber },
  });
}

async function enqueueWhatFollows(
  tx: Tx,
  refund: { id: string; orderId: string; attempts: number; firstAttemptAt: Date | null },
  { state }: Finding,
  at: Date,
): Promise<void> {
  const ids = { refundId: refund.id };
  if (state === 'unknown') {
    const dedupeKey = `refund.retry:${refund.id}:${refund.attempts}`;
    await enqueue(tx, 'refund.check-due', ids, { runAt: nextAttempt(refund, at), dedupeKey });
  }
  if (state === 'pending' || state === 'succeeded') {
    const runAt = nextLook(state, at, at) ?? later(at, 0);
    await enqueue(tx, 'refund.check-due', ids, { runAt, dedupeKey: `refund.look:${refund.id}:${state}` });
  }
  if (state === 'succeeded') {
    await enqueue(tx, 'refund.succeeded', ids, { dedupeKey: `refund.succeeded:${refund.id}` });
  }
  if (state === 'disputed') {
    await tx.order.updateMany({
      where: { id: refund.orderId, disputedAt: null },
      data: { disputedAt: at, updatedAt: at },
    });
  }
  if (state === 'failed' || state === 'canceled' || state === 'disputed') {
    await enqueue(tx, 'refund.failed', ids, { dedupeKey: `refund.failed:${refund.id}:${state}` });
  }
}
