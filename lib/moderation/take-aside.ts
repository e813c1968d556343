import { config } from '@/lib/config';
import type { Tx } from '@/lib/db/transaction';
import { buyersWhoReported } from '@/lib/forum/standing-queries';
import { queueMail } from '@/lib/mail/queue-mail';
import { hideFound } from '@/lib/moderation/hide-post';
import { reportedMail } from '@/lib/moderation/mails';
import { type FoundPost, postColumns } from '@/lib/moderation/reach-post';
import { HIDDEN_BY_REPORTS, isHiddenByReports } from '@/lib/moderation/rules';
import type { PostRef } from '@/lib/moderation/schema';

/** What the report of a verified buyer does beside waiting for the shop: the post is folded (`isReportedByBuyer`) or, from the
 * second on, hidden; the owner is mailed once for each.
 * @param flagId of the report, which is written already
 * @param byId who reported it */
export async function takeAside(
  tx: Tx,
  target: PostRef,
  post: FoundPost,
  { flagId, byId, reason, shopName }: { flagId: string; byId: string; reason: string; shopName: string },
): Promise<void> {
  const buyers = await buyersWhoReported(tx, postColumns(target));
  const author = await tx.person.findUniqueOrThrow({ where: { id: post.authorId }, select: { role: true } });
  const isHidden = isHiddenByReports(buyers, author);
  if (isHidden) await hideFound(tx, { ...target, reason: HIDDEN_BY_REPORTS }, post, byId);
  if (!isHidden && buyers > 1) return;
  const owner = await tx.person.findUnique({ where: { ownerSlot: 1 }, select: { email: true, name: true } });
  if (!owner?.email) return;
  const { title } = await tx.thread.findUniqueOrThrow({
    where: { id: post.threadId },
    select: { title: true },
  });
  await queueMail(tx, {
    dedupeKey: `reported:${flagId}`,
    to: { email: owner.email, name: owner.name },
    shopName,
    content: reportedMail({ title, reason, isHidden, url: `${config().siteUrl}/desk/moderation` }),
  });
}
