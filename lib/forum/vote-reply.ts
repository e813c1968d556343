import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canVote } from '@/lib/forum/policy';
import { reachReply, threadIdOf } from '@/lib/forum/reach-thread';
import type { VoteReason } from '@/lib/forum/schema';

type Voted = { threadId: string; replyId: string; voteCount: number; voted: boolean };

/** Gives a reply this person's one vote, or takes it back. Saying the same twice changes nothing. */
export async function voteReply(
  input: { replyId: string; vote: boolean },
  actor: Actor,
): Promise<Outcome<Voted, VoteReason>> {
  const threadId = await threadIdOf(input.replyId);
  if (threadId === null) return { ok: false, reason: 'not-found' };
  return transaction(async (tx) => {
    const found = await reachReply(tx, threadId, input.replyId, actor);
    if (!found) return { ok: false, reason: 'not-found' };
    const { thread, reply } = found;
    if (!canVote(actor, thread, reply)) {
      return { ok: false, reason: reply.authorId === actor.id ? 'own' : 'closed' };
    }
    const key = { replyId: reply.id, personId: actor.id };
    if (input.vote) {
      const found = await tx.replyVote.count({ where: key });
      if (found === 0) await tx.replyVote.create({ data: { ...key, at: now() } });
    } else {
      await tx.replyVote.deleteMany({ where: key });
    }
    const voteCount = await tx.replyVote.count({ where: { replyId: reply.id } });
    await tx.reply.update({ where: { id: reply.id }, data: { voteCount } });
    return { ok: true, threadId, replyId: reply.id, voteCount, voted: input.vote };
  });
}
