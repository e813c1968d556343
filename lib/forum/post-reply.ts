import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { afterCommit, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { followThread } from '@/lib/following/follow-thread';
import { type PostingRule, UNLIMITED } from '@/lib/forum/check-limits';
import { canReply } from '@/lib/forum/policy';
import { mergedInto, reachThread } from '@/lib/forum/reach-thread';
import { dedupeKeyOf, samePostSince } from '@/lib/forum/rules';
import type { PostReply, PostReplyReason } from '@/lib/forum/schema';
import { sayStillAProblem } from '@/lib/forum/solutions/say-still-a-problem';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { threadMoved } from '@/lib/live/wake';
import { maskMoney } from '@/lib/masking/mask-text';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

type Posted = { replyId: string; threadId: string; repeated: boolean };

/** Answers in a thread. The same words by the same person in the same thread within ten minutes are the same reply.
 * @param input.stillAProblem in a solved thread: from its asker it opens the question again, from somebody else it counts as
 * "me too" and as a report that the solution no longer works
 * @param rule what limits posting; the doors pass LIMITED */
export async function postReply(
  given: PostReply,
  actor: Actor,
  rule: PostingRule = UNLIMITED,
): Promise<Outcome<Posted, PostReplyReason>> {
  const input = { ...given, body: maskMoney(given.body).text };
  const dedupeKey = dedupeKeyOf(actor.id, input.threadId, input.body);
  try {
    const answer = await write(input, actor, dedupeKey, rule);
    if (answer.ok || answer.reason !== 'not-found') return answer;
    // Merged while it was being written: the reply belongs where its thread is now.
    const threadId = await mergedInto(input.threadId);
    return threadId === null ? answer : await write({ ...input, threadId }, actor, dedupeKey, rule);
  } catch (error) {
    if (!uniqueViolationOn(error, 'dedupeKey')) throw error;
    const first = await db.reply.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
    return { ok: true, replyId: first.id, threadId: input.threadId, repeated: true };
  }
}

function write(
  input: PostReply,
  actor: Actor,
  dedupeKey: string,
  rule: PostingRule,
): Promise<Outcome<Posted, PostReplyReason>> {
  return transaction(async (tx) => {
    const thread = await reachThread(tx, input.threadId, actor);
    if (!thread) return { ok: false, reason: 'not-found' };
    const at = now();
    await tx.reply.updateMany({
      where: { dedupeKey, createdAt: { lt: samePostSince(at) } },
      data: { dedupeKey: null },
    });
    // Before the policy: a repeated submit is answered with the first reply even if the thread was locked in between.
    const first = await tx.reply.findUnique({ where: { dedupeKey }, select: { id: true } });
    if (first) return { ok: true, replyId: first.id, threadId: thread.id, repeated: true };
    if (!canReply(actor, thread)) return { ok: false, reason: thread.isLocked ? 'locked' : 'hidden' };
    const refusal = await rule(tx, 'reply', actor, input.body);
    if (refusal) return refusal;
    const replyId = newId();
    const { lastNumber } = await tx.thread.update({
      where: { id: thread.id },
      data: { replyCount: { increment: 1 }, lastNumber: { increment: 1 }, lastActivityAt: at },
      select: { lastNumber: true },
    });
    await tx.reply.create({
      data: {
        id: replyId,
        threadId: thread.id,
        number: lastNumber,
        body: input.body,
        authorId: actor.id,
        createdAt: at,
        dedupeKey,
      },
    });
    await followThread(tx, actor.id, thread.id, 'replied');
    await attachUploads(tx, { replyId }, uploadsInText(input.body), { actorId: actor.id, holder: null });
    await enqueue(tx, 'forum.reply-posted', { replyId });
    afterCommit(tx, () => threadMoved(thread.id));
    await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    if (input.stillAProblem) await sayStillAProblem(tx, thread, actor.id);
    return { ok: true, replyId, threadId: thread.id, repeated: false };
  });
}
