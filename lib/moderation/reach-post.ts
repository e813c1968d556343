import type { Tx } from '@/lib/db/transaction';
import type { PostRef } from '@/lib/moderation/schema';

export type FoundPost = { threadId: string; authorId: string; isHidden: boolean; threadIsHidden: boolean };

/** What moderation needs to know of a post, or null when there is none. */
export async function findPost(tx: Tx, post: PostRef): Promise<FoundPost | null> {
  const hiding = { select: { id: true } };
  if (post.kind === 'thread') {
    const thread = await tx.thread.findUnique({ where: { id: post.id }, select: { authorId: true, hiding } });
    if (!thread) return null;
    const isHidden = thread.hiding !== null;
    return { threadId: post.id, authorId: thread.authorId, isHidden, threadIsHidden: isHidden };
  }
  const reply = await tx.reply.findUnique({
    where: { id: post.id },
    select: { threadId: true, authorId: true, hiding, thread: { select: { hiding } } },
  });
  if (!reply) return null;
  return {
    threadId: reply.threadId,
    authorId: reply.authorId,
    isHidden: reply.hiding !== null,
    threadIsHidden: reply.thread.hiding !== null,
  };
}

/** The columns that say which post a row is about. */
export function postColumns(post: PostRef): { threadId: string } | { replyId: string } {
  return post.kind === 'thread' ? { threadId: post.id } : { replyId: post.id };
}
