import { db } from '@/lib/db/client';
import { DRAFTS_MAX, type Holder } from '@/lib/drafts/schema';

/** Removes the oldest drafts of a holder above the most that are kept. Called after the commit of whatever added one: of
 * several that were added together, the last then sees them all. */
export async function trimDrafts(holder: Holder): Promise<void> {
  const tooMany = await db.draft.findMany({
    where: { holder },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: DRAFTS_MAX,
    select: { id: true, seq: true },
  });
  for (const { id, seq } of tooMany) await db.draft.deleteMany({ where: { id, seq } });
}
