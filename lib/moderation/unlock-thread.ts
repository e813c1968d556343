import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canModerate } from '@/lib/moderation/policy';
import { reachPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason } from '@/lib/moderation/schema';

/** Opens a locked thread again. Unlocking what is open changes nothing. */
export async function unlockThread(
  { threadId }: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const thread = await reachPost(tx, { kind: 'thread', id: threadId });
    if (!thread) return { ok: false, reason: 'not-found' };
    const gone = await tx.threadLock.deleteMany({ where: { threadId } });
    if (gone.count > 0) {
      await recordModeration(tx, {
        action: 'unlock',
        subjectKind: 'thread',
        subjectId: threadId,
        byId: actor.id,
      });
    }
    return { ok: true, threadId };
  });
}
