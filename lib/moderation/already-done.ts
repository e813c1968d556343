import type { Actor } from '@/lib/accounts/schema';
import type { Tx } from '@/lib/db/transaction';
import { type FoundPost, postColumns } from '@/lib/moderation/reach-post';
import { HIDDEN_BY_REPORTS } from '@/lib/moderation/rules';
import type { Already, PostRef } from '@/lib/moderation/schema';

type By = { byId: string; by: { name: string } };

const whoFields = { byId: true, by: { select: { name: true } } } as const;

/** Who hid a post that another moderator comes to hide or to leave as it is. Nobody of the shop did where reports had hidden it,
 * or where it went with its author. */
export async function hiddenAlready(
  tx: Tx,
  post: PostRef,
  { authorId }: Pick<FoundPost, 'authorId'>,
  actor: Actor,
): Promise<Already> {
  const row = await tx.hiding.findFirst({
    where: postColumns(post),
    select: { reason: true, ...whoFields },
  });
  const byShop = row && row.reason !== HIDDEN_BY_REPORTS && row.byId !== authorId;
  return { act: 'hidden', by: byShop ? nameOf(row, actor) : null };
}

/** Who showed a post again, as the log says. */
export async function shownAlready(tx: Tx, post: PostRef, actor: Actor): Promise<Already> {
  const entry = await lastEntry(tx, post, ['restore']);
  return { act: 'shown', by: entry && nameOf(entry, actor) };
}

/** Who answered the reports on a post, as the log says; showing it again answers them, too. */
export async function dismissedAlready(tx: Tx, post: PostRef, actor: Actor): Promise<Already> {
  const entry = await lastEntry(tx, post, ['dismiss-flag', 'restore']);
  const act = entry?.action === 'restore' ? 'shown' : 'dismissed';
  return { act, by: entry && nameOf(entry, actor) };
}

function lastEntry(tx: Tx, { kind, id }: PostRef, actions: string[]) {
  return tx.moderationEntry.findFirst({
    where: { subjectKind: kind, subjectId: id, action: { in: actions } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { action: true, ...whoFields },
  });
}

function nameOf({ byId, by }: By, actor: Actor): Already['by'] {
  return { name: by.name, isYou: byId === actor.id };
}
