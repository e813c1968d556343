import { now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { DEFAULT_SETTINGS, ShopSettings } from '@/lib/settings/schema';

/** Settings are read on every page; a change in another process shows after this long. */
const FRESH_FOR = 2 * SECOND;
let cached: { at: number; settings: ShopSettings } | null = null;

/** The shop's settings; defaults where the owner has not chosen yet. */
export async function shopSettings(): Promise<ShopSettings> {
  if (cached && now().getTime() - cached.at < FRESH_FOR) return cached.settings;
  const row = await db.setting.findUnique({ where: { key: 'shop' } });
  const stored: unknown = row ? JSON.parse(row.value) : {};
  const settings = { ...DEFAULT_SETTINGS, ...ShopSettings.partial().catch({}).parse(stored) };
  cached = { at: now().getTime(), settings };
  return settings;
}

/** Forgets the cached settings, after they changed in this process. */
export function forgetShopSettings(): void {
  cached = null;
}
