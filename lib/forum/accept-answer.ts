import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canAccept } from '@/lib/forum/policy';
import { reachReply } from '@/lib/forum/reach-thread';
import { recountThread } from '@/lib/forum/recount-thread';
import type { AcceptAnswer, AcceptReason } from '@/lib/forum/schema';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';

type Accepted = { threadId: string; replyId: string };

/** Says that a reply solved it; several may have. Asking twice accepts once. */
export async function acceptAnswer(
  input: AcceptAnswer,
  actor: Actor,
): Promise<Outcome<Accepted, AcceptReason>> {
  return transaction(async (tx) => {
    const found = await reachReply(tx, input.threadId, input.replyId, actor);
    if (!found) return { ok: false, reason: 'not-found' };
    const { thread, reply } = found;
    if (!canAccept(actor, thread)) return { ok: false, reason: 'not-allowed' };
    if (reply.isHidden) return { ok: false, reason: 'hidden' };
    const answer = { threadId: thread.id, replyId: reply.id };
    if (reply.isAccepted) return { ok: true, ...answer };
    await tx.acceptedAnswer.create({ data: { id: newId(), ...answer, byId: actor.id, at: now() } });
    await recountThread(tx, thread.id);
    await enqueue(tx, 'forum.answer-accepted', answer);
    await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    return { ok: true, ...answer };
  });
}
