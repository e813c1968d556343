import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canModerate } from '@/lib/moderation/policy';
import { postColumns, reachPost } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Says that the flags on a post need nothing done; the post stays as it is. */
export async function dismissFlags(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const post = await reachPost(tx, input);
    if (!post) return { ok: false, reason: 'not-found' };
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
    return { ok: true, threadId: post.threadId };
  });
}
