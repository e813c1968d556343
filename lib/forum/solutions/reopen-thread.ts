import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canAccept } from '@/lib/forum/policy';
import { recountThread } from '@/lib/forum/recount-thread';
import type { ReopenReason } from '@/lib/forum/solutions/schema';
import { type FoundThread, onThread } from '@/lib/forum/within-reach';
import { enqueue } from '@/lib/jobs/queue';

/** Opens a solved question again: whoever may say that it is solved may say that it is not. */
export async function reopenThread(
  input: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ReopenReason>> {
  const refuse = ({ thread }: FoundThread) => (canAccept(actor, thread) ? null : 'not-allowed');
  return onThread(input.threadId, actor, refuse, async (tx, { thread }) => {
    const reopened = await reopenWithin(tx, thread.id, actor.id);
    return reopened ? { ok: true, threadId: thread.id } : { ok: false, reason: 'not-solved' };
  });
}

/** Takes every acceptance of a thread back, in a transaction that has locked it. What they were stays in its history.
 * @param byId null when the answers of the people who had the problem reopened it
 * @returns false when nothing was accepted */
export async function reopenWithin(tx: Tx, threadId: string, byId: string | null): Promise<boolean> {
  const gone = await tx.acceptedAnswer.deleteMany({ where: { threadId } });
  if (gone.count === 0) return false;
  await tx.answerReport.deleteMany({ where: { reply: { threadId } } });
  await tx.solvedRound.updateMany({
    where: { threadId, closedAt: null },
    data: { closedAt: now(), outcome: 'reopened' },
  });
  await noteEvent(tx, threadId, { kind: 'reopened', ...(byId === null ? {} : { byId }) });
  await recountThread(tx, threadId);
  await enqueue(tx, 'forum.thread-reopened', { threadId });
  await enqueue(tx, 'forum.thread-changed', { threadId });
  return true;
}
