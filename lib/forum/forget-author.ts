import { REMOVED_TEXT, REMOVED_TITLE } from '@/lib/accounts/leaving/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { recountThread } from '@/lib/forum/recount-thread';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';

/** Forgets what the forum knew of somebody who has left. Private details and what posts said before they were edited go in
 * any case. With `keepTexts` the posts stay; otherwise their words go, but for answers that solved somebody's problem. A
 * question that others answered keeps its title and its place, because the answers are theirs; one that nobody answered is
 * hidden. Running again changes nothing more. */
export async function forgetAuthor(personId: string, keepTexts: boolean): Promise<void> {
  await transaction(async (tx) => {
    const own = { thread: { is: { authorId: personId } } };
    await tx.uploadUse.deleteMany({ where: { details: { is: own } } });
    await tx.privateDetails.deleteMany({ where: own });
    await tx.postRevision.deleteMany({
      where: { OR: [own, { reply: { is: { authorId: personId } } }] },
    });
  });
  if (keepTexts) return;
  const threads = await db.thread.findMany({ where: { authorId: personId }, select: { id: true } });
  for (const { id } of threads) await transaction((tx) => removeQuestion(tx, id, personId));
  const replies = await db.reply.findMany({
    where: { authorId: personId, accepted: null, body: { not: REMOVED_TEXT } },
    select: { id: true, threadId: true },
  });
  for (const reply of replies) await transaction((tx) => removeReply(tx, reply));
}

async function removeQuestion(tx: Tx, threadId: string, personId: string): Promise<void> {
  const answered = await tx.reply.count({ where: { threadId, authorId: { not: personId } } });
  await tx.thread.update({
    where: { id: threadId },
    data: { body: REMOVED_TEXT, ...(answered > 0 ? {} : { title: REMOVED_TITLE }) },
    select: { id: true },
  });
  await tx.uploadUse.deleteMany({ where: { threadId } });
  if (answered === 0) {
    await tx.hiding.upsert({
      where: { threadId },
      create: { id: newId(), threadId, byId: personId, reason: 'Its author has left.', at: now() },
      update: {},
    });
  }
  await enqueue(tx, 'forum.thread-changed', { threadId });
}

async function removeReply(tx: Tx, reply: { id: string; threadId: string }): Promise<void> {
  // Accepted at this very moment: then it stays.
  await tx.reply.updateMany({ where: { id: reply.id, accepted: null }, data: { body: REMOVED_TEXT } });
  await tx.uploadUse.deleteMany({ where: { replyId: reply.id, reply: { is: { accepted: null } } } });
  await recountThread(tx, reply.threadId);
  await enqueue(tx, 'forum.thread-changed', { threadId: reply.threadId });
}
