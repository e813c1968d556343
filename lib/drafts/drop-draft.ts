import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Holder } from '@/lib/drafts/schema';

/** Forgets a draft: it was sent, or thrown away.
 * @param upTo one that went on since this number stays */
export async function dropDraft(holder: Holder, key: string, upTo?: number): Promise<void> {
  await db.draft.deleteMany({
    where: { holder, key, ...(upTo === undefined ? {} : { seq: { lte: upTo } }) },
  });
}

/** Forgets the drafts that had their time. */
export async function dropOldDrafts(at: Date = now()): Promise<void> {
  await db.draft.deleteMany({ where: { expiresAt: { lte: at } } });
}
