import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Prisma } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { replyAsQuestion } from '@/lib/forum/curation/rules';
import type { SplitReason, SplitThread } from '@/lib/forum/curation/schema';
import { noteEvent } from '@/lib/forum/note-event';
import { canCurate } from '@/lib/forum/policy';
import { type ReachedThread, reachThread } from '@/lib/forum/reach-thread';
import { recountThread } from '@/lib/forum/recount-thread';
import { threadHref } from '@/lib/forum/rules';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { recordModeration } from '@/lib/moderation/record-entry';
import { slugify } from '@/lib/slug';

type Split = { threadId: string; href: string };

const chosenFields = {
  id: true,
  body: true,
  authorId: true,
  createdAt: true,
  editedAt: true,
  sourceId: true,
  hiding: { select: { id: true } },
} as const;
type Chosen = Prisma.ReplyGetPayload<{ select: typeof chosenFields }>;

/** Makes a thread of its own out of some replies: the first becomes its question and keeps its id, so that its old address leads
 * on. A question that was merged comes back in its own thread. */
export async function splitThread(input: SplitThread, actor: Actor): Promise<Outcome<Split, SplitReason>> {
  if (!canCurate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const thread = await reachThread(tx, input.threadId, actor);
    if (!thread) return { ok: false, reason: 'not-found' };
    const replies = await tx.reply.findMany({
      where: { threadId: thread.id, id: { in: input.replyIds } },
      orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
      select: chosenFields,
    });
    const [first, ...others] = replies;
    if (!first || replies.length < new Set(input.replyIds).size) {
      return { ok: false, reason: 'replies-unknown' };
    }
    if (first.hiding) return { ok: false, reason: 'first-hidden' };
    const made = await writeThread(tx, thread, first, input.title, replies.length - 1);
    await moveOthers(
      tx,
      made.id,
      others.map(({ id }) => id),
    );
    await becomeQuestion(tx, first.id);
    await takeFollowersAlong(tx, thread.id, made.id, first, others);
    await tell(tx, thread.id, made.id, replies.length, actor);
    for (const id of [thread.id, made.id]) {
      await recountThread(tx, id);
      await enqueue(tx, 'forum.thread-changed', { threadId: id });
    }
    return { ok: true, threadId: made.id, href: threadHref(made) };
  });
}

async function writeThread(
  tx: Tx,
  source: ReachedThread,
  first: Chosen,
  title: string,
  lastNumber: number,
): Promise<{ id: string; slug: string }> {
  const { id, authorId, createdAt, editedAt } = first;
  // A reply has the id of a thread when it was its question, before a merge.
  const merged = await tx.thread.findUnique({ where: { id }, select: { title: true } });
  const slug = slugify(title);
  const words = {
    title,
    slug,
    body: merged ? replyAsQuestion(first.body, merged.title) : first.body,
    categoryId: source.categoryId,
    createdAt,
    editedAt,
    lastActivityAt: createdAt,
    lastNumber,
  };
  await tx.thread.upsert({
    where: { id },
    create: { id, authorId, replySourceId: first.sourceId, ...words },
    update: { ...words, mergedIntoId: null },
  });
  return { id, slug };
}

async function moveOthers(tx: Tx, threadId: string, replyIds: readonly string[]): Promise<void> {
  for (const [index, id] of replyIds.entries()) {
    await tx.reply.update({ where: { id }, data: { threadId, number: index + 1 } });
  }
  const ofOthers = { where: { replyId: { in: [...replyIds] } }, data: { threadId } };
  await tx.acceptedAnswer.updateMany(ofOthers);
  await tx.solvedRound.updateMany(ofOthers);
  await tx.notification.updateMany(ofOthers);
}

/** What hung on the reply hangs on the question; being helpful or accepted is nothing that a question can be. */
async function becomeQuestion(tx: Tx, id: string): Promise<void> {
  const ofReply = { where: { replyId: id } };
  const toThread = { replyId: null, threadId: id };
  await tx.postRevision.updateMany({ ...ofReply, data: toThread });
  await tx.flag.updateMany({ ...ofReply, data: { ...toThread, kind: 'thread' } });
  await tx.uploadUse.updateMany({ ...ofReply, data: toThread });
  await tx.notification.updateMany({ ...ofReply, data: toThread });
  await tx.replyVote.deleteMany(ofReply);
  await tx.acceptedAnswer.deleteMany(ofReply);
  await tx.reply.delete({ where: { id } });
}

/** Whoever wrote one of these replies and follows the old thread follows the new one. */
async function takeFollowersAlong(
  tx: Tx,
  oldId: string,
  madeId: string,
  first: Chosen,
  others: readonly Chosen[],
): Promise<void> {
  const authorIds = [...new Set([first, ...others].map(({ authorId }) => authorId))];
  const follows = await tx.follow.findMany({
    where: {
      threadId: oldId,
      personId: { in: authorIds },
      stoppedAt: null,
      person: { follows: { none: { threadId: madeId } } },
    },
    select: { personId: true },
  });
  const data = follows.map(({ personId }) => ({
    id: newId(),
    personId,
    threadId: madeId,
    reason: personId === first.authorId ? 'asked' : 'replied',
    at: now(),
  }));
  if (data.length > 0) await tx.follow.createMany({ data });
}

async function tell(tx: Tx, oldId: string, madeId: string, count: number, actor: Actor): Promise<void> {
  await noteEvent(tx, oldId, {
    kind: 'split',
    byId: actor.id,
    otherThreadId: madeId,
    note: String(count),
  });
  await noteEvent(tx, madeId, { kind: 'split', byId: actor.id, otherThreadId: oldId });
  await recordModeration(tx, {
    action: 'split',
    subjectKind: 'thread',
    subjectId: madeId,
    byId: actor.id,
  });
}
