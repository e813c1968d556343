import { now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { processWide, takeProcessWide } from '@/lib/db/process-wide';
import type { Tx } from '@/lib/db/transaction';
import { DEFAULT_SETTINGS, ShopSettings } from '@/lib/settings/schema';

/** Settings are read on every page; a change in another process shows after this long. */
const FRESH_FOR = 2 * SECOND;
type Held = { at: number; settings: ShopSettings };
/** The server process and Next's bundle hold the same one, so that a saved setting is known to both at once. */
const HELD = 'shop-settings';

/** The shop's settings; defaults where the owner has not chosen yet. */
export async function shopSettings(): Promise<ShopSettings> {
  const held = processWide<{ current: Held | null }>(HELD, () => ({ current: null }));
  if (held.current && now().getTime() - held.current.at < FRESH_FOR) return held.current.settings;
  const settings = await shopSettingsIn(db);
  held.current = { at: now().getTime(), settings };
  return settings;
}

/** The shop's settings as they are at this moment in a transaction. */
export async function shopSettingsIn(tx: Pick<Tx, 'setting'>): Promise<ShopSettings> {
  const row = await tx.setting.findUnique({ where: { key: 'shop' } });
  const stored: unknown = row ? JSON.parse(row.value) : {};
  return { ...DEFAULT_SETTINGS, ...ShopSettings.partial().catch({}).parse(stored) };
}

/** Forgets the cached settings, after they changed in this process. A reading under way keeps its own, so that it cannot
 * put back what it read before the change. */
export function forgetShopSettings(): void {
  takeProcessWide(HELD);
}
