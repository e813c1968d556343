import { db } from '@/lib/db/client';

export type FoundArticle = { id: string; category: { slug: string; name: string } };

/** What search needs to filter and count articles, without their texts. Drafts are left out for everybody. */
export async function articlesFound(ids: readonly string[]): Promise<FoundArticle[]> {
  if (ids.length === 0) return [];
  return db.article.findMany({
    where: { id: { in: [...ids] }, state: 'published' },
    select: { id: true, category: { select: { slug: true, name: true } } },
  });
}
