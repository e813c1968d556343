import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { findPost } from '@/lib/moderation/find-post';
import { canModerate } from '@/lib/moderation/policy';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason } from '@/lib/moderation/schema';

/** Opens a locked thread again. Unlocking what is open changes nothing. */
export async function unlockThread(
  { threadId }: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const gone = await tx.threadLock.deleteMany({ where: { threadId } });
    const thread = await findPost(tx, { kind: 'thread', id: threadId });
    if (!thread) return { ok: false, reason: 'not-found' };
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
