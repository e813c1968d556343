import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { hiddenAlready } from '@/lib/moderation/already-done';
import { type FoundPost, onPost, postColumns } from '@/lib/moderation/reach-post';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { Moderated, ModerationReason, PostRef } from '@/lib/moderation/schema';

/** Hides a post from everybody but the shop's people and its author, at once and everywhere. Open flags on it are handled
 * by that, also where their number had hidden it. Hiding what is hidden changes nothing, and says who did it. */
export async function hidePost(
  input: PostRef & { reason: string },
  actor: Actor,
): Promise<Outcome<Moderated, ModerationReason>> {
  return onPost(input, actor, async (tx, post) => {
    const handled = await tx.flag.updateMany({
      where: { ...postColumns(input), handledAt: null },
      data: { handledAt: now() },
    });
    if (!post.isHidden) {
      await hideFound(tx, input, post, actor.id);
      return null;
    }
    return handled.count > 0 ? null : hiddenAlready(tx, input, post, actor);
  });
}

/** Hides a post that was found, locked and not hidden. */
export async function hideFound(
  tx: Tx,
  input: PostRef & { reason: string },
  { threadId }: Pick<FoundPost, 'threadId'>,
  byId: string,
): Promise<void> {
  const { reason } = input;
  await tx.hiding.create({ data: { id: newId(), ...postColumns(input), byId, reason, at: now() } });
  const subject = { subjectKind: input.kind, subjectId: input.id };
  await recordModeration(tx, { action: 'hide', ...subject, byId, reason });
  await recountThread(tx, threadId);
  await enqueue(tx, 'forum.thread-changed', { threadId });
}
