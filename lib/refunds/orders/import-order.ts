import type { RowResult } from '@/lib/imports/rows';
import { importTold } from '@/lib/refunds/orders/import-told';
import { readOrderRow } from '@/lib/refunds/orders/read-order-row';

/** Saves one row of our own table of orders. @returns what became of it, or why it was skipped; never throws */
export async function importOrder(row: unknown): Promise<RowResult> {
  const [result] = await importTold([readOrderRow(row)]);
  return result ?? { ok: false, reason: 'There was no row.' };
}
