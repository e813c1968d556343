import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { RELEASE_AT_MOST, type ReleaseAllReason } from '@/lib/refunds/breaker/schema';
import { mayRelease } from '@/lib/refunds/policy';
import { releaseRefund } from '@/lib/refunds/release-refund';

/** Lets everything go that waited for the owner when they looked (`until`); what came later waits for another look. Each in a
 * transaction of its own, so that one that fails holds up none, and of two owners at the same time each refund is released by
 * one of them.
 * @returns how many this one released, and how many still wait */
export async function releaseWaiting(
  { until }: { until: Date },
  actor: Actor,
): Promise<Outcome<{ released: number; left: number }, ReleaseAllReason>> {
  if (!mayRelease(actor)) return { ok: false, reason: 'not-allowed' };
  const waiting = await db.refund.findMany({
    where: { state: 'queued', createdAt: { lte: until } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: RELEASE_AT_MOST,
  });
  let released = 0;
  for (const { id } of waiting) {
    const outcome = await releaseRefund({ refundId: id }, actor);
    if (outcome.ok) released += 1;
  }
  if (released === 0) return { ok: false, reason: 'nothing-waits' };
  return { ok: true, released, left: await db.refund.count({ where: { state: 'queued' } }) };
}
