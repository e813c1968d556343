import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { mayRefund, type Viewer } from '@/lib/refunds/policy';
import type { ReasonKind } from '@/lib/refunds/reasons';
import type { AddReasonReason } from '@/lib/refunds/schema';
import { cleanText } from '@/lib/text';

/** Keeps why somebody wanted their money back: asked after the approval, optional, and changing nothing. */
export async function addRefundReason(
  input: { refundId: string; reason: string; kind?: ReasonKind },
  viewer: Viewer,
): Promise<Outcome<{ refundId: string }, AddReasonReason>> {
  const refund = isId(input.refundId)
    ? await db.refund.findUnique({
        where: { id: input.refundId },
        select: { id: true, order: { select: { id: true, email: true } } },
      })
    : null;
  if (!refund || !mayRefund(viewer, refund.order)) return { ok: false, reason: 'not-found' };
  const reason = cleanText(input.reason);
  const reasonKind = input.kind ?? null;
  if (reason === '' && reasonKind === null) return { ok: false, reason: 'reason-empty', field: 'reason' };
  await db.refund.update({ where: { id: refund.id }, data: { reason, reasonKind, updatedAt: now() } });
  return { ok: true, refundId: refund.id };
}
