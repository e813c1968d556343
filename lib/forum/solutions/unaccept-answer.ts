import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canAccept } from '@/lib/forum/policy';
import { recountThread } from '@/lib/forum/recount-thread';
import type { AcceptAnswer, AcceptReason } from '@/lib/forum/schema';
import { type FoundThread, onReplyOf } from '@/lib/forum/within-reach';
import { enqueue } from '@/lib/jobs/queue';

/** Takes "this solved it" back. Asking twice does it once. */
export async function unacceptAnswer(
  input: AcceptAnswer,
  actor: Actor,
): Promise<Outcome<{ threadId: string; replyId: string }, Exclude<AcceptReason, 'hidden'>>> {
  const refuse = ({ thread }: FoundThread) => (canAccept(actor, thread) ? null : 'not-allowed');
  return onReplyOf(input, actor, refuse, async (tx, { thread, reply }) => {
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
