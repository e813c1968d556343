import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canReport } from '@/lib/forum/policy';
import { REPORTS_FOR_REVIEW } from '@/lib/forum/solutions/rules';
import type { ReportAnswer, ReportReason } from '@/lib/forum/solutions/schema';
import { type FoundReply, onReply } from '@/lib/forum/within-reach';
import { enqueue } from '@/lib/jobs/queue';

type Reported = { threadId: string; replyId: string; reported: boolean };

/** Says that an accepted answer no longer works, once per person, or takes that back. */
export async function reportAnswer(
  input: ReportAnswer,
  actor: Actor,
): Promise<Outcome<Reported, ReportReason>> {
  const refuse = ({ thread, reply }: FoundReply) => {
    if (canReport(actor, thread, reply)) return null;
    if (reply.authorId === actor.id) return 'own';
    return thread.isLocked || thread.isHidden ? 'closed' : 'not-accepted';
  };
  return onReply(input.replyId, actor, refuse, async (tx, { thread, reply }) => {
    await reportWithin(tx, thread.id, reply.id, actor.id, input.broken);
    return { ok: true, threadId: thread.id, replyId: reply.id, reported: input.broken };
  });
}

/** The report itself, in a transaction that has locked the thread. The second person puts the answer on review; when fewer say
 * so again, it comes off. */
export async function reportWithin(
  tx: Tx,
  threadId: string,
  replyId: string,
  personId: string,
  broken: boolean,
): Promise<void> {
  const key = { replyId, personId };
  if (broken) {
    const before = await tx.answerReport.count({ where: key });
    if (before === 0) await tx.answerReport.create({ data: { ...key, at: now() } });
  } else {
    await tx.answerReport.deleteMany({ where: key });
  }
  const isDoubted = (await tx.answerReport.count({ where: { replyId } })) >= REPORTS_FOR_REVIEW;
  const changed = await tx.acceptedAnswer.updateMany({
    where: { replyId, outdatedAt: null, reviewSince: isDoubted ? null : { not: null } },
    data: { reviewSince: isDoubted ? now() : null },
  });
  if (changed.count === 0) return;
  if (isDoubted) {
    await noteEvent(tx, threadId, { kind: 'on-review', replyId });
    await enqueue(tx, 'forum.answer-doubted', { threadId, replyId });
  }
  await enqueue(tx, 'forum.thread-changed', { threadId });
}
