import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { enqueue } from '@/lib/jobs/queue';
import { shownAlready } from '@/lib/moderation/already-done';
import { onPost, postColumns } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { Moderated, ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Shows a hidden post again; what was reported about it is answered by that. Restoring what can be seen changes
 * nothing, and says who restored it. */
export async function restorePost(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<Moderated, ModerationReason>> {
  return onPost(input, actor, async (tx, post) => {
    const gone = await tx.hiding.deleteMany({ where: postColumns(input) });
    if (gone.count === 0) return shownAlready(tx, input, actor);
    await tx.flag.updateMany({
      where: { ...postColumns(input), handledAt: null },
      data: { handledAt: now() },
    });
    await recordModeration(tx, {
      action: 'restore',
      subjectKind: input.kind,
      subjectId: input.id,
      byId: actor.id,
    });
    await recountThread(tx, post.threadId);
    await enqueue(tx, 'forum.thread-changed', { threadId: post.threadId });
    return null;
  });
}
