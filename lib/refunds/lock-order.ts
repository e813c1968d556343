import type { Tx } from '@/lib/db/transaction';

/** Locks the order of a refund until the transaction ends, by writing to it. Rows are taken in one order everywhere, so that no
 * two transactions wait for each other in a circle: the oldest order of the person (only who asks for a refund), the order, its
 * refunds, and last the counter of receipts. Whoever takes more than a refund's own row begins here. */
export async function lockOrderOf(tx: Tx, refundId: string): Promise<void> {
  await tx.order.updateMany({
    where: { refunds: { some: { id: refundId } } },
    data: { lockVersion: { increment: 1 } },
  });
}
