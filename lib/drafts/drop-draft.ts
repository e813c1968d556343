import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Holder } from '@/lib/drafts/schema';

/** Forgets a draft: it was sent, or thrown away. */
export async function dropDraft(holder: Holder, key: string): Promise<void> {
  await db.draft.deleteMany({ where: { holder, key } });
}

/** Forgets the drafts that had their time. */
export async function dropOldDrafts(at: Date = now()): Promise<void> {
  await db.draft.deleteMany({ where: { expiresAt: { lte: at } } });
}
