import { db, type Prisma } from '@/lib/db/client';
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
    let last: Row | undefined;
    for (let left = take; left > 0; left -= BATCH) {
      const rows: Row[] = await db.thread.findMany({
        where: last ? { AND: [where, after(last)] } : where,
        orderBy,
        skip: last ? 0 : skip,
        take: Math.min(left, BATCH),
        select: { id: true, slug: true, createdAt: true, lastActivityAt: true },
      });
      yield rows.map((row) => ({ href: threadHref(row), changedAt: row.lastActivityAt }));
      last = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  },
};

type Row = { id: string; slug: string; createdAt: Date; lastActivityAt: Date };

/** What comes after a row in this order. The first condition alone is what an index can be entered with. */
function after({ createdAt, id }: Row): Prisma.ThreadWhereInput {
  return {
    AND: [{ createdAt: { gte: createdAt } }, { OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }] }],
  };
}
