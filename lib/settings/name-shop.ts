import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';

/** Gives the shop its name inside the transaction that sets the shop up; the other settings stay as they are. */
export async function nameShop(tx: Tx, shopName: string): Promise<void> {
  const row = await tx.setting.findUnique({ where: { key: 'shop' } });
  const stored: unknown = row ? JSON.parse(row.value) : {};
  const value = JSON.stringify({ ...(typeof stored === 'object' ? stored : {}), shopName });
  await tx.setting.upsert({
    where: { key: 'shop' },
    create: { key: 'shop', value, updatedAt: now() },
    update: { value, updatedAt: now() },
  });
}
