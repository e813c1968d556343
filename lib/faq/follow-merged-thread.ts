import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';

/** An article that was made of a thread belongs to where that thread was merged, unless an article was made of that one, too:
 * a thread has one, and the other keeps its link, which leads on. */
export async function followMergedThread(threadId: string): Promise<void> {
  const thread = await db.thread.findUnique({ where: { id: threadId }, select: { mergedIntoId: true } });
  const intoId = thread?.mergedIntoId;
  if (!intoId) return;
  await transaction(async (tx) => {
    await tx.article.updateMany({
      where: { fromThreadId: threadId, NOT: { fromThread: { mergedInto: { article: { isNot: null } } } } },
      data: { fromThreadId: intoId },
    });
  });
}
