import type { Tx } from '@/lib/db/transaction';

/** Makes the count of a thread's duplicates equal to its links, in the transaction that changed them. */
export async function recountDuplicates(tx: Tx, threadId: string): Promise<void> {
  // Locks the row: whoever counts next sees what this transaction wrote.
  await tx.thread.updateMany({ where: { id: threadId }, data: { duplicateCount: { increment: 0 } } });
  const duplicateCount = await tx.duplicateLink.count({ where: { targetId: threadId } });
  await tx.thread.update({ where: { id: threadId }, data: { duplicateCount } });
}

/** Whatever led to one thread leads to another: a chain is never longer than one link. */
export async function pointDuplicates(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.duplicateLink.deleteMany({ where: { threadId: toId, targetId: fromId } });
  await tx.duplicateLink.updateMany({ where: { targetId: fromId }, data: { targetId: toId } });
  await recountDuplicates(tx, fromId);
  await recountDuplicates(tx, toId);
}
