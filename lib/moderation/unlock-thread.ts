import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { onPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason } from '@/lib/moderation/schema';

/** Opens a locked thread again. Unlocking what is open changes nothing. */
export async function unlockThread(
  { threadId }: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  return onPost({ kind: 'thread', id: threadId }, actor, async (tx) => {
    const gone = await tx.threadLock.deleteMany({ where: { threadId } });
    if (gone.count > 0) {
      await recordModeration(tx, {
        action: 'unlock',
        subjectKind: 'thread',
        subjectId: threadId,
        byId: actor.id,
      });
    }
    return null;
  });
}
