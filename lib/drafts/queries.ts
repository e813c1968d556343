import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readFields } from '@/lib/drafts/rules';
import type { Draft, Holder } from '@/lib/drafts/schema';

/** What this holder was writing in a form, or null. */
export async function readDraft(holder: Holder, key: string): Promise<Draft | null> {
  const row = await db.draft.findUnique({ where: { holder_key: { holder, key } } });
  if (!row || row.expiresAt <= now()) return null;
  return { seq: row.seq, fields: readFields(row.fields), savedAt: row.updatedAt };
}
