import type { Actor } from '@/lib/accounts/schema';
import { editDigest } from '@/lib/digests/edit-digest';
import { canDraft } from '@/lib/digests/policy';
import { publishDigest } from '@/lib/digests/publish-digest';
import type { DigestForm, EditReason, PublishReason } from '@/lib/digests/schema';
import type { Outcome } from '@/lib/errors';

/** What the desk's form does with its words, by the button that was pressed: save, publish, or only look. */
export async function writeDigest(
  { intent, date, ...change }: DigestForm,
  actor: Actor,
): Promise<Outcome<{ date: string }, EditReason | PublishReason>> {
  if (intent === 'save') return editDigest(date, change, actor);
  if (intent === 'publish') return publishDigest(date, change, actor);
  return canDraft(actor) ? { ok: true, date } : { ok: false, reason: 'not-allowed' };
}
