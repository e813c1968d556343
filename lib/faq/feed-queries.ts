import { db } from '@/lib/db/client';
import { articleHref } from '@/lib/faq/queries';

export type NewArticle = { href: string; title: string; body: string; publishedAt: Date; updatedAt: Date };

/** The title of a published article, for its picture; undefined when there is none. */
export async function publicArticleTitle(slug: string): Promise<string | undefined> {
  const row = await db.article.findFirst({ where: { slug, state: 'published' }, select: { title: true } });
  return row?.title;
}

/** The articles published last, with their Markdown; for feeds. */
export async function newArticles(most: number): Promise<NewArticle[]> {
  const rows = await db.article.findMany({
    where: { state: 'published' },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { slug: true, title: true, body: true, publishedAt: true, createdAt: true, updatedAt: true },
  });
  return rows.map((row) => ({
    href: articleHref(row.slug),
    title: row.title,
    body: row.body,
    publishedAt: row.publishedAt ?? row.createdAt,
    updatedAt: row.updatedAt,
  }));
}
