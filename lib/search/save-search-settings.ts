import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { forgetSearchSettings } from '@/lib/search/queries';
import type { SearchSettings } from '@/lib/search/schema';

/** Saves what the owner sets about search. Other languages make the index be laid anew, in the background. */
export async function saveSearchSettings(
  input: SearchSettings,
  actor: Actor,
): Promise<Outcome<object, 'not-allowed'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const value = JSON.stringify(input);
  await transaction((tx) =>
    tx.setting.upsert({
      where: { key: 'search' },
      create: { key: 'search', value, updatedAt: now() },
      update: { value, updatedAt: now() },
    }),
  );
  forgetSearchSettings();
  return { ok: true };
}
