import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { dismissedAlready, hiddenAlready } from '@/lib/moderation/already-done';
import { onPost, postColumns } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { Moderated, ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Says that the flags on a post need nothing done; the post stays as it is. Says so, and whose doing that was, where it is hidden
 * by now, or where nothing was left to answer. */
export async function dismissFlags(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<Moderated, ModerationReason>> {
  return onPost(input, actor, async (tx, post) => {
    const handled = await tx.flag.updateMany({
      where: { ...postColumns(input), handledAt: null },
      data: { handledAt: now() },
    });
    if (handled.count > 0) {
      await recordModeration(tx, {
        action: 'dismiss-flag',
        subjectKind: input.kind,
        subjectId: input.id,
        byId: actor.id,
      });
    }
    if (post.isHidden) return hiddenAlready(tx, input, post, actor);
    return handled.count > 0 ? null : dismissedAlready(tx, input, actor);
  });
}
