import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { ReachedThread } from '@/lib/forum/reach-thread';
import { reopenWithin } from '@/lib/forum/solutions/reopen-thread';
import { reportWithin } from '@/lib/forum/solutions/report-answer';

/** What "I still have this problem" means in a solved thread, in a transaction that has locked it: the asker opens the question
 * again; somebody else is one more who has it, and one who says that the solution no longer works. In an open thread it
 * says nothing that the reply does not say. */
export async function sayStillAProblem(tx: Tx, thread: ReachedThread, personId: string): Promise<void> {
  const answers = await tx.acceptedAnswer.findMany({
    where: { threadId: thread.id, outdatedAt: null },
    select: { replyId: true, reply: { select: { authorId: true } } },
  });
  if (answers.length === 0) return;
  if (personId === thread.authorId) {
    await reopenWithin(tx, thread.id, personId);
    return;
  }
  const mine = { threadId: thread.id, personId };
  if ((await tx.meToo.count({ where: mine })) === 0) {
    await tx.meToo.create({ data: { ...mine, at: now() } });
    await tx.thread.update({ where: { id: thread.id }, data: { meTooCount: { increment: 1 } } });
  }
  for (const { replyId, reply } of answers) {
    if (reply.authorId !== personId) await reportWithin(tx, thread.id, replyId, personId, true);
  }
}
