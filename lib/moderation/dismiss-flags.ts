import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { onPost, postColumns } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Says that the flags on a post need nothing done; the post stays as it is. */
export async function dismissFlags(
  input: PostRef,
  actor: Actor,
): Promise<Outcome<{ threadId: string }, ModerationReason>> {
  return onPost(input, actor, async (tx) => {
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
  });
}
