import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isBuyer } from '@/lib/forum/standing-queries';
import { newId } from '@/lib/ids';
import { postColumns, reachPost } from '@/lib/moderation/reach-post';
import type { FlagPost, FlagReason, PostRef } from '@/lib/moderation/schema';
import { takeAside } from '@/lib/moderation/take-aside';
import { shopSettings } from '@/lib/settings/queries';

type Flagged = { threadId: string; repeated: boolean };

/** Points the shop's people at a post, once per person and post; flagging again keeps the first words. What verified buyers
 * point at is taken aside meanwhile. */
export async function flagPost(input: FlagPost, actor: Actor): Promise<Outcome<Flagged, FlagReason>> {
  const target: PostRef = { kind: input.targetType, id: input.targetId };
  const { shopName } = await shopSettings();
  return transaction(async (tx) => {
    const post = await reachPost(tx, target);
    if (!post) return { ok: false, reason: 'not-found' };
    // A hidden post exists for its author and the staff only; so does a reply in a hidden thread.
    if (post.isHidden || post.threadIsHidden) {
      const seen = isStaff(actor) || (post.authorId === actor.id && !post.threadIsHidden);
      return { ok: false, reason: seen ? 'hidden' : 'not-found' };
    }
    if (post.authorId === actor.id) return { ok: false, reason: 'own' };
    const mine = { byId: actor.id, ...postColumns(target) };
    if ((await tx.flag.count({ where: mine })) > 0) {
      return { ok: true, threadId: post.threadId, repeated: true };
    }
    const [flagId, { reason }] = [newId(), input];
    await tx.flag.create({ data: { id: flagId, kind: target.kind, ...mine, reason, at: now() } });
    if (await isBuyer(tx, actor.id)) {
      await takeAside(tx, target, post, { flagId, byId: actor.id, reason, shopName });
    }
    return { ok: true, threadId: post.threadId, repeated: false };
  });
}
