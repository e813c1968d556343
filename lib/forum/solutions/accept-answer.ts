import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canAccept } from '@/lib/forum/policy';
import { recountThread } from '@/lib/forum/recount-thread';
import type { AcceptAnswer, AcceptReason } from '@/lib/forum/schema';
import { type FoundReply, onReplyOf } from '@/lib/forum/within-reach';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';

type Accepted = { threadId: string; replyId: string };

/** Says that a reply solved it; several may have. Asking twice accepts once; what was only assumed becomes certain. */
export async function acceptAnswer(
  input: AcceptAnswer,
  actor: Actor,
): Promise<Outcome<Accepted, AcceptReason>> {
  const refuse = ({ thread, reply }: FoundReply) => {
    if (!canAccept(actor, thread)) return 'not-allowed';
    return reply.isHidden ? 'hidden' : null;
  };
  return onReplyOf(input, actor, refuse, async (tx, { thread, reply }) => {
    await acceptWithin(tx, { threadId: thread.id, replyId: reply.id }, { byId: actor.id, assumed: false });
    return { ok: true, threadId: thread.id, replyId: reply.id };
  });
}

/** The acceptance itself, in a transaction that has locked the thread and asked the policy.
 * @param how.assumed nobody said so; `byId` is then the asker, on whose silence it rests */
export async function acceptWithin(
  tx: Tx,
  answer: Accepted,
  how: { byId: string; assumed: boolean },
): Promise<void> {
  const before = await tx.acceptedAnswer.findUnique({
    where: { replyId: answer.replyId },
    select: { assumed: true },
  });
  if (before && (how.assumed || !before.assumed)) return;
  if (before) {
    await tx.acceptedAnswer.update({
      where: { replyId: answer.replyId },
      data: { assumed: false, byId: how.byId, at: now() },
    });
  } else {
    await tx.acceptedAnswer.create({ data: { id: newId(), ...answer, ...how, at: now() } });
  }
  await noteEvent(tx, answer.threadId, {
    kind: 'solved',
    replyId: answer.replyId,
    ...(how.assumed ? {} : { byId: how.byId }),
  });
  await recountThread(tx, answer.threadId);
  await enqueue(tx, 'forum.answer-accepted', answer);
  await enqueue(tx, 'forum.thread-changed', { threadId: answer.threadId });
}
