import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { forgetShopSettings } from '@/lib/settings/queries';
import type { ShopSettings } from '@/lib/settings/schema';

/** Saves the shop's settings; only the owner may. */
export async function saveSettings(
  input: ShopSettings,
  actor: Actor,
): Promise<Outcome<object, 'not-allowed'>> {
  if (actor.role !== 'owner') return { ok: false, reason: 'not-allowed' };
  const value = JSON.stringify(input);
  await transaction((tx) =>
    tx.setting.upsert({
      where: { key: 'shop' },
      create: { key: 'shop', value, updatedAt: now() },
      update: { value, updatedAt: now() },
    }),
  );
  forgetShopSettings();
  return { ok: true };
}
