import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { numberReplies } from '@/lib/forum/curation/number-replies';
import { pointDuplicates, recountDuplicates } from '@/lib/forum/curation/point-duplicates';
import { reachPair } from '@/lib/forum/curation/reach-pair';
import { questionAsReply } from '@/lib/forum/curation/rules';
import type { MergeReason, PointAtThread } from '@/lib/forum/curation/schema';
import { noteEvent } from '@/lib/forum/note-event';
import { canCurate } from '@/lib/forum/policy';
import type { ReachedThread } from '@/lib/forum/reach-thread';
import { recountThread } from '@/lib/forum/recount-thread';
import { threadHref } from '@/lib/forum/rules';
import { enqueue } from '@/lib/jobs/queue';
import { recordModeration } from '@/lib/moderation/record-entry';

type Merged = { threadId: string; href: string };
type Pair = { from: ReachedThread; into: ReachedThread };

/** Makes two threads one: the question and all replies of the first stand in the second, in time order. Its address leads on
 * from then, and so do the addresses of its replies. The question keeps its id as a reply. Merging what was merged answers
 * with where it is. */
export async function mergeThreads(
  input: PointAtThread,
  actor: Actor,
): Promise<Outcome<Merged, MergeReason>> {
  if (!canCurate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const pair = await reachPair(tx, input, actor, false);
    if (!pair.ok) return pair.reason === 'not-found' ? whereMerged(tx, input.threadId) : pair;
    const { thread: from, target: into } = pair;
    if (from.isHidden) return { ok: false, reason: 'hidden' };
    await moveReplies(tx, { from, into });
    await movePeople(tx, { from, into });
    await moveMarks(tx, { from, into });
    await moveDuplicates(tx, { from, into });
    await tx.thread.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: into.id } });
    await tx.thread.update({ where: { id: from.id }, data: { mergedIntoId: into.id } });
    await tell(tx, { from, into }, actor);
    await enqueue(tx, 'forum.thread-merged', { threadId: from.id });
    for (const { id } of [from, into]) {
      await recountThread(tx, id);
      await enqueue(tx, 'forum.thread-changed', { threadId: id });
    }
    return { ok: true, threadId: into.id, href: threadHref(into) };
  });
}

async function whereMerged(tx: Tx, threadId: string): Promise<Outcome<Merged, 'not-found'>> {
  const row = await tx.thread.findUnique({
    where: { id: threadId },
    select: { mergedInto: { select: { id: true, slug: true } } },
  });
  if (!row?.mergedInto) return { ok: false, reason: 'not-found' };
  return { ok: true, threadId: row.mergedInto.id, href: threadHref(row.mergedInto) };
}

async function moveReplies(tx: Tx, { from, into }: Pair): Promise<void> {
  const numbers = { id: true, number: true } as const;
  const before = await tx.reply.findMany({
    where: { threadId: into.id },
    select: numbers,
    orderBy: { number: 'asc' },
  });
  // The question comes before its replies, also where an import knows no times.
  const number = (before.at(-1)?.number ?? 0) + 1;
  await tx.reply.updateMany({
    where: { threadId: from.id },
    data: { threadId: into.id, number: { increment: number } },
  });
  const { createdAt, editedAt } = await tx.thread.findUniqueOrThrow({
    where: { id: from.id },
    select: { createdAt: true, editedAt: true },
  });
  await tx.reply.create({
    data: {
      id: from.id,
      threadId: into.id,
      number,
      body: questionAsReply(from, into.title),
      authorId: from.authorId,
      createdAt,
      editedAt,
    },
  });
  await tx.readPosition.deleteMany({ where: { threadId: from.id } });
  await numberReplies(tx, into.id, before);
}

/** Who has the problem and who follows, each once; whoever is there already stays as they are. */
async function movePeople(tx: Tx, { from, into }: Pair): Promise<void> {
  const to = { threadId: into.id };
  await tx.meToo.updateMany({
    where: {
      threadId: from.id,
      personId: { not: into.authorId },
      person: { meToos: { none: to } },
    },
    data: to,
  });
  await tx.meToo.deleteMany({ where: { threadId: from.id } });
  const asker = { ...to, personId: from.authorId };
  if (from.authorId !== into.authorId && (await tx.meToo.count({ where: asker })) === 0) {
    await tx.meToo.create({ data: { ...asker, at: now() } });
  }
  await tx.follow.updateMany({
    where: { threadId: from.id, person: { follows: { none: to } } },
    data: to,
  });
  await tx.follow.deleteMany({ where: { threadId: from.id } });
  await tx.notification.updateMany({ where: { threadId: from.id }, data: to });
  await tx.threadMail.deleteMany({ where: { threadId: from.id } });
}

/** What hangs on the thread goes with its replies; what hangs on its question goes with the reply that this became. */
async function moveMarks(tx: Tx, { from, into }: Pair): Promise<void> {
  const ofThread = { where: { threadId: from.id } };
  await tx.acceptedAnswer.updateMany({ ...ofThread, data: { threadId: into.id } });
  await tx.solvedRound.updateMany({ ...ofThread, data: { threadId: into.id } });
  const toReply = { threadId: null, replyId: from.id };
  await tx.postRevision.updateMany({ ...ofThread, data: toReply });
  await tx.flag.updateMany({ ...ofThread, data: { ...toReply, kind: 'reply' } });
  await tx.uploadUse.updateMany({ ...ofThread, data: toReply });
}

async function moveDuplicates(tx: Tx, { from, into }: Pair): Promise<void> {
  const own = await tx.duplicateLink.findMany({
    where: { threadId: { in: [from.id, into.id] } },
    select: { threadId: true, targetId: true },
  });
  const led = own.find((link) => link.threadId === from.id);
  if (led) {
    await tx.duplicateLink.deleteMany({ where: { threadId: from.id } });
    await recountDuplicates(tx, led.targetId);
  }
  const end = own.find((link) => link.threadId === into.id && link.targetId !== from.id);
  await pointDuplicates(tx, from.id, into.id);
  if (end) await pointDuplicates(tx, into.id, end.targetId);
}

async function tell(tx: Tx, { from, into }: Pair, actor: Actor): Promise<void> {
  await noteEvent(tx, from.id, { kind: 'merged', byId: actor.id, otherThreadId: into.id });
  await noteEvent(tx, into.id, {
    kind: 'merged',
    byId: actor.id,
    otherThreadId: from.id,
    replyId: from.id,
    note: from.title,
  });
  await recordModeration(tx, {
    action: 'merge',
    subjectKind: 'thread',
    subjectId: into.id,
    byId: actor.id,
    reason: from.title,
  });
}
