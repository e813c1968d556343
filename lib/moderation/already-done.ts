import type { Actor } from '@/lib/accounts/schema';
import type { Tx } from '@/lib/db/transaction';
import { HIDDEN_BY_REPORTS } from '@/lib/moderation/rules';
import type { Already, PostRef } from '@/lib/moderation/schema';

/** What an entry of the log tells the next moderator. */
const ACTS: Record<string, Already['act']> = {
  hide: 'hidden',
  restore: 'shown',
  'dismiss-flag': 'dismissed',
};

/** Who of the shop did to a post what another moderator comes to do: the last entry of the log, when it is that. Call it where
 * the post's thread is locked.
 * @param act what was found to be so */
export async function alreadyDone(
  tx: Tx,
  post: PostRef,
  act: Already['act'],
  actor: Actor,
): Promise<Already> {
  const entry = await tx.moderationEntry.findFirst({
    where: { subjectKind: post.kind, subjectId: post.id, action: { in: Object.keys(ACTS) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { action: true, reason: true, byId: true, by: { select: { name: true } } },
  });
  const done = ACTS[entry?.action ?? ''];
  // Whose reports had hidden it did not act for the shop.
  const isReports = done === 'hidden' && entry?.reason === HIDDEN_BY_REPORTS;
  const by = entry && !isReports ? { name: entry.by.name, isYou: entry.byId === actor.id } : null;
  // Showing a post again answers the reports on it, too.
  if (act === 'dismissed' && done === 'shown') return { act: 'shown', by };
  return { act, by: done === act ? by : null };
}
