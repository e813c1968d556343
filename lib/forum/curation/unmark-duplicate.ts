import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recountDuplicates } from '@/lib/forum/curation/point-duplicates';
import { noteEvent } from '@/lib/forum/note-event';
import { canMarkDuplicate } from '@/lib/forum/policy';
import { reachThread } from '@/lib/forum/reach-thread';

/** Takes "the same problem" back: the thread stands for itself again. Asking twice does it once. */
export async function unmarkDuplicate(
  input: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, 'not-found' | 'not-allowed'>> {
  return transaction(async (tx) => {
    const thread = await reachThread(tx, input.threadId, actor);
    if (!thread) return { ok: false, reason: 'not-found' };
    if (!canMarkDuplicate(actor, thread)) return { ok: false, reason: 'not-allowed' };
    const link = await tx.duplicateLink.findUnique({
      where: { threadId: thread.id },
      select: { targetId: true },
    });
    if (link) {
      await tx.duplicateLink.deleteMany({ where: { threadId: thread.id } });
      await recountDuplicates(tx, link.targetId);
      await noteEvent(tx, thread.id, {
        kind: 'not-duplicate',
        byId: actor.id,
        otherThreadId: link.targetId,
      });
    }
    return { ok: true, threadId: thread.id };
  });
}
