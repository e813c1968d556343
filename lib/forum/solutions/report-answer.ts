import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canReport } from '@/lib/forum/policy';
import { reachReply, threadIdOf } from '@/lib/forum/reach-thread';
import { REPORTS_FOR_REVIEW } from '@/lib/forum/solutions/rules';
import type { ReportAnswer, ReportReason } from '@/lib/forum/solutions/schema';
import { enqueue } from '@/lib/jobs/queue';

type Reported = { threadId: string; replyId: string; reported: boolean };

/** Says that an accepted answer no longer works, once per person, or takes that back. */
export async function reportAnswer(
  input: ReportAnswer,
  actor: Actor,
): Promise<Outcome<Reported, ReportReason>> {
  const threadId = await threadIdOf(input.replyId);
  if (threadId === null) return { ok: false, reason: 'not-found' };
  return transaction(async (tx) => {
    const found = await reachReply(tx, threadId, input.replyId, actor);
    if (!found) return { ok: false, reason: 'not-found' };
    const { thread, reply } = found;
    if (!canReport(actor, thread, reply)) {
      if (reply.authorId === actor.id) return { ok: false, reason: 'own' };
      return { ok: false, reason: thread.isLocked || thread.isHidden ? 'closed' : 'not-accepted' };
    }
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
