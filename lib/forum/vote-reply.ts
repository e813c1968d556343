import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { canVote } from '@/lib/forum/policy';
import type { VoteReason } from '@/lib/forum/schema';
import { type FoundReply, onReply } from '@/lib/forum/within-reach';

type Voted = { threadId: string; replyId: string; voteCount: number; voted: boolean };

/** Gives a reply this person's one vote, or takes it back. Saying the same twice changes nothing. */
export async function voteReply(
  input: { replyId: string; vote: boolean },
  actor: Actor,
): Promise<Outcome<Voted, VoteReason>> {
  const refuse = ({ thread, reply }: FoundReply) => {
    if (canVote(actor, thread, reply)) return null;
    return reply.authorId === actor.id ? 'own' : 'closed';
  };
  return onReply(input.replyId, actor, refuse, async (tx, { thread, reply }) => {
    const key = { replyId: reply.id, personId: actor.id };
    if (input.vote) {
      const found = await tx.replyVote.count({ where: key });
      if (found === 0) await tx.replyVote.create({ data: { ...key, at: now() } });
    } else {
      await tx.replyVote.deleteMany({ where: key });
    }
    const voteCount = await tx.replyVote.count({ where: { replyId: reply.id } });
    await tx.reply.update({ where: { id: reply.id }, data: { voteCount } });
    return { ok: true, threadId: thread.id, replyId: reply.id, voteCount, voted: input.vote };
  });
}
