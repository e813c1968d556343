import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { canModerate } from '@/lib/moderation/policy';
import { postColumns, reachPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

type Hidden = { threadId: string };

/** Hides a post from everybody but the shop's people and its author, at once and everywhere. Open flags on it are handled
 * by that. Hiding what is hidden changes nothing. */
export async function hidePost(
  input: PostRef & { reason: string },
  actor: Actor,
): Promise<Outcome<Hidden, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const at = now();
    const post = await reachPost(tx, input);
    if (!post) return { ok: false, reason: 'not-found' };
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
    return { ok: true, threadId: post.threadId };
  });
}
