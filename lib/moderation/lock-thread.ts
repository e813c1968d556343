import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { onPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason } from '@/lib/moderation/schema';

type Input = { threadId: string; reason: string };

/** Closes a thread for replies, votes and edits; it stays readable and findable. Locking twice locks once. */
export async function lockThread(
  { threadId, reason }: Input,
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  return onPost({ kind: 'thread', id: threadId }, actor, async (tx) => {
    // The row of the thread is locked: no reply is being written while it closes.
    const found = await tx.threadLock.count({ where: { threadId } });
    if (found === 0) {
      await tx.threadLock.create({ data: { id: newId(), threadId, byId: actor.id, reason, at: now() } });
      await recordModeration(tx, {
        action: 'lock',
        subjectKind: 'thread',
        subjectId: threadId,
        byId: actor.id,
        reason,
      });
    }
    return null;
  });
}
