import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canWithdraw } from '@/lib/forum/policy';
import { recountThread } from '@/lib/forum/recount-thread';
import type { WithdrawReason } from '@/lib/forum/schema';
import { type FoundReply, onReply } from '@/lib/forum/within-reach';
import { enqueue } from '@/lib/jobs/queue';

type Withdrawn = Outcome<{ threadId: string; body: string }, WithdrawReason>;

/** Takes back what its author posted a moment ago, as if it had not been: nobody has been mailed yet. Not once somebody has built on
 * it (a vote, a report, a quote, an acceptance).
 * @returns the text, to go on writing */
export async function withdrawReply(input: { replyId: string }, actor: Actor): Promise<Withdrawn> {
  const refuse = ({ reply }: FoundReply) => {
    if (reply.authorId !== actor.id) return 'not-allowed';
    return canWithdraw(actor, reply, now()) ? null : 'too-late';
  };
  return onReply(input.replyId, actor, refuse, async (tx, { thread, reply }): Promise<Withdrawn> => {
    if (await isUsed(tx, thread.id, reply.id)) return { ok: false, reason: 'used' };
    await tx.postRevision.deleteMany({ where: { replyId: reply.id } });
    // Its place stays empty, and its files go unless they are shown elsewhere.
    await tx.reply.delete({ where: { id: reply.id } });
    await recountThread(tx, thread.id);
    await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    return { ok: true, threadId: thread.id, body: reply.body };
  });
}

/** Whether somebody built on it, or it is the question of a thread that was merged a moment ago. */
async function isUsed(tx: Tx, threadId: string, replyId: string): Promise<boolean> {
  const ofReply = { where: { replyId } };
  const quoting = { threadId, id: { not: replyId }, body: { contains: replyId } };
  const uses = [
    await tx.replyVote.count(ofReply),
    await tx.flag.count(ofReply),
    await tx.reply.count({ where: quoting }),
    await tx.thread.count({ where: { id: replyId } }),
  ];
  return uses.some((count) => count > 0);
}
