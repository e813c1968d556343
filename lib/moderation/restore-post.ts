import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/queue';
import { findPost, postColumns } from '@/lib/moderation/find-post';
import { canModerate } from '@/lib/moderation/policy';
import { recordModeration } from '@/lib/moderation/record-entry';
import { recountPost } from '@/lib/moderation/recount-post';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Shows a hidden post again. Restoring what can be seen changes nothing. */
export async function restorePost(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const gone = await tx.hiding.deleteMany({ where: postColumns(input) });
    const post = await findPost(tx, input);
    if (!post) return { ok: false, reason: 'not-found' };
    if (gone.count > 0) {
      await recordModeration(tx, {
        action: 'restore',
        subjectKind: input.kind,
        subjectId: input.id,
        byId: actor.id,
      });
      const threadId = await recountPost(tx, input, post);
      await enqueue(tx, 'forum.thread-changed', { threadId });
    }
    return { ok: true, threadId: post.threadId };
  });
}
