import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { writeReceipt } from '@/lib/refunds/receipts/write-receipt';
import { mayBecome } from '@/lib/refunds/rules';
import type { RefundCause, RefundState } from '@/lib/refunds/schema';

export type RefundStep = {
  from: RefundState | null;
  to: RefundState;
  /** What brought it about, in one word; the staff reads `refundCauseWords`. */
  cause: RefundCause;
  /** A sentence for the desk, not shown to customers. */
  note?: string;
  providerEventId?: string;
  at: Date;
  /** It came to be before its order was known here, so its receipt was another's to write. */
  isOld?: boolean;
};

/** Appends a step to a refund's timeline, and writes the receipt that follows from it. The caller has written to the refund's
 * row in this transaction before, so that the positions of two steps cannot meet.
 * @throws when the table of legal steps does not know this one: whoever takes it has a mistake, and nothing is written */
export async function addRefundEvent(tx: Tx, refundId: string, step: RefundStep): Promise<void> {
  if (!mayBecome(step.from, step.to, step.cause)) {
    throw new Error(`A refund cannot go from ${step.from ?? 'nothing'} to ${step.to} by "${step.cause}".`);
  }
  const position = await tx.refundEvent.count({ where: { refundId } });
  await tx.refundEvent.create({
    data: {
      id: newId(),
      refundId,
      position,
      fromState: step.from,
      toState: step.to,
      cause: step.cause,
      note: step.note ?? '',
      providerEventId: step.providerEventId ?? null,
      at: step.at,
    },
  });
  if (!step.isOld) await writeReceipt(tx, refundId, step);
}
