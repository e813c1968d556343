import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canAccept } from '@/lib/forum/policy';
import { reachReply } from '@/lib/forum/reach-thread';
import { recountThread } from '@/lib/forum/recount-thread';
import type { AcceptAnswer, AcceptReason } from '@/lib/forum/schema';
import { enqueue } from '@/lib/jobs/queue';

/** Takes "this solved it" back. Asking twice does it once. */
export async function unacceptAnswer(
  input: AcceptAnswer,
  actor: Actor,
): Promise<Outcome<{ threadId: string; replyId: string }, Exclude<AcceptReason, 'hidden'>>> {
  return transaction(async (tx) => {
    const found = await reachReply(tx, input.threadId, input.replyId, actor);
    if (!found) return { ok: false, reason: 'not-found' };
    const { thread, reply } = found;
    if (!canAccept(actor, thread)) return { ok: false, reason: 'not-allowed' };
    const gone = await tx.acceptedAnswer.deleteMany({ where: { replyId: reply.id, threadId: thread.id } });
    if (gone.count > 0) {
      await tx.answerReport.deleteMany({ where: { replyId: reply.id } });
      await noteEvent(tx, thread.id, { kind: 'unsolved', replyId: reply.id, byId: actor.id });
      await recountThread(tx, thread.id);
      await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    }
    return { ok: true, threadId: thread.id, replyId: reply.id };
  });
}
