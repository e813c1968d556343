import { currentActor } from '@/lib/accounts/session';
import { dropDraft } from '@/lib/drafts/drop-draft';
import { personHolder } from '@/lib/drafts/rules';

/** What was posted is no draft any more; without script nobody else says so. Only from an action. */
export async function forgetDraft(key: string): Promise<void> {
  const actor = await currentActor();
  if (actor) await dropDraft(personHolder(actor.id), key);
}
