import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { recountDuplicates } from '@/lib/forum/curation/point-duplicates';
import { noteEvent } from '@/lib/forum/note-event';
import { canMarkDuplicate } from '@/lib/forum/policy';
import { type FoundThread, onThread } from '@/lib/forum/within-reach';

/** Takes "the same problem" back: the thread stands for itself again. Asking twice does it once. */
export async function unmarkDuplicate(
  input: { threadId: string },
  actor: Actor,
): Promise<Outcome<{ threadId: string }, 'not-found' | 'not-allowed'>> {
  const refuse = ({ thread }: FoundThread) => (canMarkDuplicate(actor, thread) ? null : 'not-allowed');
  return onThread(input.threadId, actor, refuse, async (tx, { thread }) => {
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
