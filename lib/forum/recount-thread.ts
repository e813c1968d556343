import type { Tx } from '@/lib/db/transaction';

/** Locks the row of the thread that a post stands in, or is, until the end of the transaction; begin with it.
 * @returns the thread's id, or null when there is no such post. A reply may have been moved while its thread was waited for:
 * look where it stands now. */
export async function lockThreadOf(
  tx: Tx,
  post: { kind: 'thread' | 'reply'; id: string },
): Promise<string | null> {
  const where = post.kind === 'thread' ? { id: post.id } : { replies: { some: { id: post.id } } };
  const data = { replyCount: { increment: 0 } };
  const [thread] = await tx.thread.updateManyAndReturn({ where, data, select: { id: true } });
  return thread?.id ?? null;
}

/** Makes the counters and the last activity of a thread equal to its visible rows, inside the transaction that changed
 * them. Moderation calls it when a post is hidden or restored, so that the forum alone writes its tables. */
export async function recountThread(tx: Tx, threadId: string): Promise<void> {
  // Locks the row: whoever counts next sees what this transaction wrote.
  const locked = await tx.thread.updateMany({
    where: { id: threadId },
    data: { replyCount: { increment: 0 } },
  });
  if (locked.count === 0) return;
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { createdAt: true },
  });
  const visible = { threadId, hiding: null };
  const replyCount = await tx.reply.count({ where: visible });
  // An outdated answer stays to be read, but the question is open again.
  const acceptedCount = await tx.acceptedAnswer.count({
    where: { threadId, outdatedAt: null, reply: { hiding: null } },
  });
  const meTooCount = await tx.meToo.count({ where: { threadId } });
  const last = await tx.reply.aggregate({ where: visible, _max: { createdAt: true } });
  const lastReplyTime = last._max.createdAt?.getTime() ?? 0;
  const lastActivityAt = new Date(Math.max(thread.createdAt.getTime(), lastReplyTime));
  await tx.thread.update({
    where: { id: threadId },
    data: { replyCount, acceptedCount, meTooCount, lastActivityAt },
  });
}
