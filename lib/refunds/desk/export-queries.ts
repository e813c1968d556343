import { db } from '@/lib/db/client';

export type TakenExport = { byName: string; at: Date; rows: number | null };

/** Who took the refunds away as a file the last time. */
export function newestExport(): Promise<TakenExport | null> {
  return db.refundExport.findFirst({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { byName: true, at: true, rows: true },
  });
}
