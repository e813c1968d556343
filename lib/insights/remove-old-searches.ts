import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { KEEP_SEARCHES } from '@/lib/insights/rules';

/** Removes searches, and what followed them, that had their time. */
export async function removeOldSearches(at: Date = now()): Promise<void> {
  await db.search.deleteMany({ where: { at: { lt: later(at, -KEEP_SEARCHES) } } });
}
