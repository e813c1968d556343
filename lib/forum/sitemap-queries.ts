import { db } from '@/lib/db/client';
import { listed } from '@/lib/forum/queries';
import { threadHref } from '@/lib/forum/rules';

/** Rows that are held at once while a sitemap is written. */
const BATCH = 1_000;
/** What lists leave out is in no sitemap either, nor a thread whose address leads on to another. */
const where = { AND: [listed, { mergedIntoId: null }] };
const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/** The threads' part of the sitemap, the oldest first. */
export const threadSitemap = {
  count: () => db.thread.count({ where }),

  async lastChange(skip: number, take: number): Promise<Date | null> {
    const found = await db.thread.aggregate({ where, orderBy, skip, take, _max: { lastActivityAt: true } });
    return found._max.lastActivityAt;
  },

  async *read(skip: number, take: number): AsyncGenerator<{ href: string; changedAt: Date }[]> {
    let last: string | null = null;
    for (let left = take; left > 0; left -= BATCH) {
      const rows: { id: string; slug: string; lastActivityAt: Date }[] = await db.thread.findMany({
        where,
        orderBy,
        take: Math.min(left, BATCH),
        ...(last === null ? { skip } : { cursor: { id: last }, skip: 1 }),
        select: { id: true, slug: true, lastActivityAt: true },
      });
      yield rows.map((row) => ({ href: threadHref(row), changedAt: row.lastActivityAt }));
      last = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH || last === null) return;
    }
  },
};
