import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { findPost, postColumns } from '@/lib/moderation/find-post';
import { canModerate } from '@/lib/moderation/policy';
import { recordModeration } from '@/lib/moderation/record-entry';
import { recountPost } from '@/lib/moderation/recount-post';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

type Hidden = { threadId: string };

/** Hides a post from everybody but the shop's people and its author, at once and everywhere. Open flags on it are handled
 * by that. Hiding what is hidden changes nothing. */
export async function hidePost(
  input: PostRef & { reason: string },
  actor: Actor,
): Promise<Outcome<Hidden, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await write(input, actor);
  } catch (error) {
    // Two of the staff at once: the other one's row is there now.
    if (isUniqueViolation(error)) return write(input, actor);
    throw error;
  }
}

function write(
  input: PostRef & { reason: string },
  actor: Actor,
): Promise<Outcome<Hidden, ModerationReason>> {
  return transaction(async (tx) => {
    const at = now();
    // The flags first: on both databases a transaction has to begin with a write.
    await tx.flag.updateMany({ where: { ...postColumns(input), handledAt: null }, data: { handledAt: at } });
    const post = await findPost(tx, input);
    if (!post) return { ok: false, reason: 'not-found' };
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
      const threadId = await recountPost(tx, input, post);
      await enqueue(tx, 'forum.thread-changed', { threadId });
    }
    return { ok: true, threadId: post.threadId };
  });
}
