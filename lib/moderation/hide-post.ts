import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { onPost, postColumns } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

type Hidden = { threadId: string };

/** Hides a post from everybody but the shop's people and its author, at once and everywhere. Open flags on it are handled
 * by that. Hiding what is hidden changes nothing. */
export async function hidePost(
  input: PostRef & { reason: string },
  actor: Actor,
): Promise<Outcome<Hidden, ModerationReason>> {
  return onPost(input, actor, async (tx, post) => {
    const at = now();
    await tx.flag.updateMany({ where: { ...postColumns(input), handledAt: null }, data: { handledAt: at } });
    if (!post.isHidden) {
      await tx.hiding.create({
        data: { id: newId(), ...postColumns(input), byId: actor.id, reason: input.reason, at },
      });
      await recordModeration(tx, {
        action: 'hide',
        subjectKind: input.kind,
        subjectId: input.id,
        byId: actor.id,
        reason: input.reason,
      });
      await recountThread(tx, post.threadId);
      await enqueue(tx, 'forum.thread-changed', { threadId: post.threadId });
    }
  });
}
