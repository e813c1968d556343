import type { Actor } from '@/lib/accounts/schema';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { lockThreadOf } from '@/lib/forum/recount-thread';
import { canModerate } from '@/lib/moderation/policy';
import type { Already, Moderated, ModerationReason, PostRef } from '@/lib/moderation/schema';

export type FoundPost = { threadId: string; authorId: string; isHidden: boolean; threadIsHidden: boolean };

/** A post is moved again while it is looked for only as often as somebody merges and splits meanwhile. */
const LOOKS = 5;

/** Finds a post for moderation and locks the thread it stands in, so that it neither moves nor goes before the end of the
 * transaction. Call it first: on both databases a transaction has to begin with a write.
 * @returns null when there is no such post */
export async function reachPost(tx: Tx, post: PostRef): Promise<FoundPost | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const lockedId = await lockThreadOf(tx, post);
    const found = await findPost(tx, post);
    if (!found || found.threadId === lockedId) return found;
  }
  return null;
}

/** One act of the staff on a post, in a transaction: allowed, found, its thread locked, done.
 * @param act answers what had been done already, where it found nothing left to do */
export async function onPost(
  post: PostRef,
  actor: Actor,
  act: (tx: Tx, found: FoundPost) => Promise<Already | null>,
): Promise<Outcome<Moderated, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const found = await reachPost(tx, post);
    if (!found) return { ok: false, reason: 'not-found' };
    const already = await act(tx, found);
    return { ok: true, threadId: found.threadId, already };
  });
}

async function findPost(tx: Tx, post: PostRef): Promise<FoundPost | null> {
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
