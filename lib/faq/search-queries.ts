import { db, Prisma } from '@/lib/db/client';
import { articleHref } from '@/lib/faq/queries';

export type FoundArticle = {
  id: string;
  category: { slug: string; name: string };
  standing: { solved: boolean; promoted: boolean; helped: number; outdated: boolean; at: Date };
};

type Row = {
  id: string;
  fromThreadId: string | null;
  helpedCount: number;
  notHelpedCount: number;
  updatedAt: Date | string;
  categorySlug: string;
  categoryName: string;
};

/** What search needs to filter, count and weigh articles, without their texts, in one statement. Drafts are left out for
 * everybody. */
export async function articlesFound(ids: readonly string[]): Promise<FoundArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."id", a."fromThreadId", a."helpedCount", a."notHelpedCount", a."updatedAt",
      c."slug" AS "categorySlug", c."name" AS "categoryName"
    FROM "Article" a JOIN "Category" c ON c."id" = a."categoryId"
    WHERE a."id" IN (${Prisma.join([...ids])}) AND a."state" = 'published'`;
  return rows.map((row) => ({
    id: row.id,
    category: { slug: row.categorySlug, name: row.categoryName },
    standing: {
      solved: false,
      promoted: row.fromThreadId !== null,
      helped: row.helpedCount - row.notHelpedCount,
      outdated: false,
      at: new Date(row.updatedAt),
    },
  }));
}

/** What is needed to lead to articles; drafts are left out for everybody. */
export async function articleTitles(
  ids: readonly string[],
): Promise<{ id: string; title: string; href: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] }, state: 'published' },
    select: { id: true, slug: true, title: true },
  });
  return rows.map((row) => ({ id: row.id, title: row.title, href: articleHref(row.slug) }));
}
