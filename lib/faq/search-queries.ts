import { db } from '@/lib/db/client';

export type FoundArticle = {
  id: string;
  category: { slug: string; name: string };
  standing: { solved: boolean; promoted: boolean; helped: number; outdated: boolean; at: Date };
};

/** What search needs to filter, count and weigh articles, without their texts. Drafts are left out for everybody. */
export async function articlesFound(ids: readonly string[]): Promise<FoundArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] }, state: 'published' },
    select: {
      id: true,
      category: { select: { slug: true, name: true } },
      fromThreadId: true,
      helpedCount: true,
      notHelpedCount: true,
      updatedAt: true,
    },
  });
  return rows.map(({ id, category, fromThreadId, helpedCount, notHelpedCount, updatedAt }) => ({
    id,
    category,
    standing: {
      solved: false,
      promoted: fromThreadId !== null,
      helped: helpedCount - notHelpedCount,
      outdated: false,
      at: updatedAt,
    },
  }));
}
