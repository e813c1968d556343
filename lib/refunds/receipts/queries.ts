import { db } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import type { Viewer } from '@/lib/refunds/policy';
import { ReceiptContent, receiptNumber } from '@/lib/refunds/receipts/schema';
import type { Receipt } from '@/lib/refunds/receipts/tell-receipt';
import { mayLook } from '@/lib/refunds/sign-view-link';

/** The receipts of a refund, the oldest first, for whoever may look at its tracker; null for everybody else. */
export async function receiptsPage(
  refundId: string,
  viewer: Viewer,
  key: string | null,
  now: Date,
): Promise<{ refundId: string; receipts: (Receipt & { issuedAt: Date })[] } | null> {
  if (!isId(refundId)) return null;
  const refund = await db.refund.findUnique({
    where: { id: refundId },
    include: {
      order: { select: { id: true, email: true, linkNonce: true } },
      creditNotes: { orderBy: { position: 'asc' } },
    },
  });
  if (!refund || !mayLook(viewer, refund, key, now)) return null;
  const receipts = refund.creditNotes.map((note, index) => {
    const next = refund.creditNotes[index + 1];
    const content = ReceiptContent.parse(JSON.parse(note.content));
    return {
      number: receiptNumber(note),
      content,
      issuedAt: note.issuedAt,
      cancelledBy: content.cancels === null && next ? receiptNumber(next) : null,
    };
  });
  return { refundId, receipts };
}
