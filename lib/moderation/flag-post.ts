import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { findPost, postColumns } from '@/lib/moderation/find-post';
import type { FlagPost, FlagReason, PostRef } from '@/lib/moderation/schema';

type Flagged = { threadId: string; repeated: boolean };

/** Points the shop's people at a post, once per person and post; flagging again keeps the first words. */
export async function flagPost(input: FlagPost, actor: Actor): Promise<Outcome<Flagged, FlagReason>> {
  try {
    return await write(input, actor);
  } catch (error) {
    // The same person's other click was faster.
    if (isUniqueViolation(error)) return write(input, actor);
    throw error;
  }
}

function write(input: FlagPost, actor: Actor): Promise<Outcome<Flagged, FlagReason>> {
  const target: PostRef = { kind: input.targetType, id: input.targetId };
  return transaction(async (tx) => {
    const mine = { byId: actor.id, ...postColumns(target) };
    // Touches the person's own flag, if there is one: on both databases a transaction has to begin with a write.
    const again = await tx.flag.updateMany({ where: mine, data: { byId: actor.id } });
    const post = await findPost(tx, target);
    if (!post) return { ok: false, reason: 'not-found' };
    // A hidden post exists for its author and the staff only; so does a reply in a hidden thread.
    if (post.isHidden || post.threadIsHidden) {
      const seen = isStaff(actor) || (post.authorId === actor.id && !post.threadIsHidden);
      return { ok: false, reason: seen ? 'hidden' : 'not-found' };
    }
    if (post.authorId === actor.id) return { ok: false, reason: 'own' };
    if (again.count > 0) return { ok: true, threadId: post.threadId, repeated: true };
    await tx.flag.create({
      data: { id: newId(), kind: target.kind, ...mine, reason: input.reason, at: now() },
    });
    return { ok: true, threadId: post.threadId, repeated: false };
  });
}
