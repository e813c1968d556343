import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { recountThread } from '@/lib/forum/recount-thread';
import type { ReviewAnswer, ReviewReason } from '@/lib/forum/solutions/schema';
import { type FoundReply, onReply } from '@/lib/forum/within-reach';
import { enqueue } from '@/lib/jobs/queue';

/** The staff's word on an accepted answer: still true, which clears what people reported, or outdated, which keeps it to be
 * read but no longer counts as a solution. Saying the same twice changes nothing. */
export async function reviewAnswer(
  input: ReviewAnswer,
  actor: Actor,
): Promise<Outcome<{ threadId: string; replyId: string }, ReviewReason>> {
  if (!isStaff(actor)) return { ok: false, reason: 'not-allowed' };
  const refuse = ({ reply }: FoundReply) => (reply.isAccepted ? null : 'not-accepted');
  return onReply(input.replyId, actor, refuse, async (tx, { thread, reply }) => {
    const outdated = input.verdict === 'outdated';
    const at = now();
    const before = await tx.acceptedAnswer.findUniqueOrThrow({ where: { replyId: reply.id } });
    await tx.acceptedAnswer.update({
      where: { replyId: reply.id },
      data: {
        reviewSince: null,
        outdatedAt: outdated ? (before.outdatedAt ?? at) : null,
        checkedAt: outdated ? before.checkedAt : at,
      },
    });
    await tx.answerReport.deleteMany({ where: { replyId: reply.id } });
    const same = outdated ? before.outdatedAt !== null : before.outdatedAt === null && !before.reviewSince;
    if (!same) {
      await noteEvent(tx, thread.id, { kind: input.verdict, replyId: reply.id, byId: actor.id });
      await recountThread(tx, thread.id);
      if (outdated) await enqueue(tx, 'forum.answer-outdated', { threadId: thread.id, replyId: reply.id });
      await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    }
    return { ok: true, threadId: thread.id, replyId: reply.id };
  });
}
