import { readDraft } from '@/lib/drafts/queries';
import { saveDraft } from '@/lib/drafts/save-draft';
import type { Holder } from '@/lib/drafts/schema';

/** Other tabs save every two seconds at most; more than this in a row is no coincidence. */
const TRIES = 5;

/** Keeps what was just sent in a form, whatever was kept before: a person pressed a button, so this is the newest.
 * @returns the draft's number */
export async function keepDraft(
  holder: Holder,
  key: string,
  fields: Record<string, string>,
): Promise<number> {
  let seq = (await readDraft(holder, key))?.seq ?? 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const saved = await saveDraft(holder, { key, seq, fields });
    seq = saved.seq;
    if (saved.ok) break;
  }
  return seq;
}
