import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';

/** Marks all of somebody's notifications as read. */
export async function markAllRead(actor: Actor): Promise<Outcome<object, never>> {
  await db.notification.updateMany({
    where: { personId: actor.id, shown: true, readAt: null },
    data: { readAt: now() },
  });
  return { ok: true };
}

/** Somebody opened a thread: what told of it is read, and the next news of it may be mailed at once again. Writes only
 * where there is something to write, since most openings change nothing. */
export async function noteVisit(personId: string, threadId: string): Promise<void> {
  const [unread, mailed] = await Promise.all([
    db.notification.count({ where: { personId, threadId, readAt: null } }),
    db.threadMail.count({ where: { personId, threadId } }),
  ]);
  if (unread === 0 && mailed === 0) return;
  await transaction(async (tx) => {
    await tx.notification.updateMany({
      where: { personId, threadId, readAt: null },
      data: { readAt: now() },
    });
    await tx.threadMail.deleteMany({ where: { personId, threadId } });
  });
}

/** Somebody read a thread up to a reply: what told of it and of those before is read. What was written since is not, though
 * its page stands open somewhere: it is still to be told.
 * @param number of the last reply that was seen */
export async function noteSeen(personId: string, threadId: string, number: number): Promise<void> {
  await db.notification.updateMany({
    where: {
      personId,
      threadId,
      readAt: null,
      OR: [{ replyId: null }, { reply: { number: { lte: number } } }],
    },
    data: { readAt: now() },
  });
}
