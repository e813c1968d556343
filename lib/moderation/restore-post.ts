import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { enqueue } from '@/lib/jobs/queue';
import { canModerate } from '@/lib/moderation/policy';
import { postColumns, reachPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Shows a hidden post again. Restoring what can be seen changes nothing. */
export async function restorePost(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const post = await reachPost(tx, input);
    if (!post) return { ok: false, reason: 'not-found' };
    const gone = await tx.hiding.deleteMany({ where: postColumns(input) });
    if (gone.count > 0) {
      await recordModeration(tx, {
        action: 'restore',
        subjectKind: input.kind,
        subjectId: input.id,
        byId: actor.id,
      });
      await recountThread(tx, post.threadId);
      await enqueue(tx, 'forum.thread-changed', { threadId: post.threadId });
    }
    return { ok: true, threadId: post.threadId };
  });
}
