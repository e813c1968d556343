import { db } from '@/lib/db/client';
import { articleHref } from '@/lib/faq/queries';

const where = { state: 'published' as const };
const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/** The articles' part of the sitemap, the oldest first. Nobody writes so many that a file of them is large. */
export const articleSitemap = {
  count: () => db.article.count({ where }),

  async lastChange(skip: number, take: number): Promise<Date | null> {
    const found = await db.article.aggregate({ where, orderBy, skip, take, _max: { updatedAt: true } });
    return found._max.updatedAt;
  },

  async *read(skip: number, take: number): AsyncGenerator<{ href: string; changedAt: Date }[]> {
    const rows = await db.article.findMany({
      where,
      orderBy,
      skip,
      take,
      select: { slug: true, updatedAt: true },
    });
    yield rows.map((row) => ({ href: articleHref(row.slug), changedAt: row.updatedAt }));
  },
};
