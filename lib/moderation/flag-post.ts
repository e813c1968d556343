import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { buyersWhoReported, isBuyer } from '@/lib/forum/standing-queries';
import { newId } from '@/lib/ids';
import { hideFound } from '@/lib/moderation/hide-post';
import { postColumns, reachPost } from '@/lib/moderation/reach-post';
import { HIDDEN_BY_REPORTS, isHiddenByReports } from '@/lib/moderation/rules';
import type { FlagPost, FlagReason, PostRef } from '@/lib/moderation/schema';

type Flagged = { threadId: string; repeated: boolean };

/** Points the shop's people at a post, once per person and post; flagging again keeps the first words. What verified buyers
 * point at is folded meanwhile (`isReportedByBuyer`), and hidden once a second one does. */
export async function flagPost(input: FlagPost, actor: Actor): Promise<Outcome<Flagged, FlagReason>> {
  const target: PostRef = { kind: input.targetType, id: input.targetId };
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
    await tx.flag.create({
      data: { id: newId(), kind: target.kind, ...mine, reason: input.reason, at: now() },
    });
    if (await isBuyer(tx, actor.id)) {
      const buyers = await buyersWhoReported(tx, postColumns(target));
      const author = await tx.person.findUniqueOrThrow({
        where: { id: post.authorId },
        select: { role: true },
      });
      if (isHiddenByReports(buyers, author)) {
        await hideFound(tx, { ...target, reason: HIDDEN_BY_REPORTS }, post, actor.id);
      }
    }
    return { ok: true, threadId: post.threadId, repeated: false };
  });
}
