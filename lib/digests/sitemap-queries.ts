import { db } from '@/lib/db/client';
import { isPublished } from '@/lib/digests/queries';

const orderBy = { date: 'asc' as const };

/** The digests' part of the sitemap, the oldest first; one a day is a small file for ten years. */
export const digestSitemap = {
  count: () => db.digest.count({ where: isPublished }),

  async lastChange(skip: number, take: number): Promise<Date | null> {
    const found = await db.digest.aggregate({
      where: isPublished,
      orderBy,
      skip,
      take,
      _max: { updatedAt: true },
    });
    return found._max.updatedAt;
  },

  async *read(skip: number, take: number): AsyncGenerator<{ href: string; changedAt: Date }[]> {
    const rows = await db.digest.findMany({
      where: isPublished,
      orderBy,
      skip,
      take,
      select: { date: true, updatedAt: true },
    });
    yield rows.map((row) => ({ href: `/digests/${row.date}`, changedAt: row.updatedAt }));
  },
};
