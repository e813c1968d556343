import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import { canSee, type ReplyFacts, type ThreadFacts } from '@/lib/forum/policy';

export type ReachedThread = ThreadFacts & {
  id: string;
  slug: string;
  title: string;
  body: string;
  categoryId: string;
};
export type ReachedReply = ReplyFacts & { id: string; body: string };

/** Finds a thread within this person's reach and locks its row until the end of the transaction, so that everything
 * that counts or decides on one thread happens one after the other. Call it first: on both databases the transaction has
 * to begin with the write.
 * @returns null when there is no such thread for this person, or when it was merged into another one */
export async function reachThread(tx: Tx, id: string, actor: Actor): Promise<ReachedThread | null> {
  const locked = await tx.thread.updateMany({ where: { id }, data: { replyCount: { increment: 0 } } });
  if (locked.count === 0) return null;
  const row = await tx.thread.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      body: true,
      categoryId: true,
      authorId: true,
      createdAt: true,
      mergedIntoId: true,
      lock: { select: { id: true } },
      hiding: { select: { id: true } },
    },
  });
  const { lock, hiding, mergedIntoId, ...rest } = row;
  if (mergedIntoId !== null) return null;
  const thread = { ...rest, isLocked: lock !== null, isHidden: hiding !== null };
  return canSee(actor, thread) ? thread : null;
}

/** Finds a reply within reach and locks its thread. Call it first, like `reachThread`.
 * @param threadId a reply of another thread is not found
 * @returns null when there is no such reply for this person */
export async function reachReply(
  tx: Tx,
  threadId: string,
  replyId: string,
  actor: Actor,
): Promise<{ thread: ReachedThread; reply: ReachedReply } | null> {
  const thread = await reachThread(tx, threadId, actor);
  if (!thread) return null;
  const row = await tx.reply.findFirst({
    where: { id: replyId, threadId: thread.id },
    select: {
      id: true,
      body: true,
      authorId: true,
      createdAt: true,
      hiding: { select: { id: true } },
      accepted: { select: { id: true } },
    },
  });
  if (!row) return null;
  const { hiding, accepted, ...rest } = row;
  const reply = { ...rest, isHidden: hiding !== null, isAccepted: accepted !== null };
  return canSee(actor, reply) ? { thread, reply } : null;
}

/** The thread of a reply, or null. Asked before the transaction; a reply that is moved in between is not found then, and
 * found where it is the next time. */
export async function threadIdOf(replyId: string): Promise<string | null> {
  const reply = await db.reply.findUnique({ where: { id: replyId }, select: { threadId: true } });
  return reply?.threadId ?? null;
}

/** The thread that this one was merged into, or null. */
export async function mergedInto(threadId: string): Promise<string | null> {
  const thread = await db.thread.findUnique({ where: { id: threadId }, select: { mergedIntoId: true } });
  return thread?.mergedIntoId ?? null;
}
