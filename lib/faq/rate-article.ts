import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';

/** "Was this helpful": one answer per visitor, the last one counts. The counters always equal the rows.
 * @param visitorKey tells people apart without naming them: a person's id or a keyed hash (lib/web/visitor.ts) */
export async function rateArticle(
  articleId: string,
  helpful: boolean,
  visitorKey: string,
): Promise<Outcome<{ helpful: boolean; slug: string }, 'not-found'>> {
  return transaction(async (tx) => {
    // The row is locked first: parallel answers wait here and then see each other's rows.
    const locked = await tx.article.updateMany({
      where: { id: articleId, state: 'published' },
      data: { helpedCount: { increment: 0 } },
    });
    if (locked.count === 0) return { ok: false, reason: 'not-found' } as const;
    const who = { articleId, visitorKey };
    await tx.articleFeedback.upsert({
      where: { articleId_visitorKey: who },
      create: { id: newId(), ...who, helpful, at: now() },
      update: { helpful, at: now() },
    });
    const [helpedCount, notHelpedCount] = [
      await tx.articleFeedback.count({ where: { articleId, helpful: true } }),
      await tx.articleFeedback.count({ where: { articleId, helpful: false } }),
    ];
    const { slug } = await tx.article.update({
      where: { id: articleId },
      data: { helpedCount, notHelpedCount },
      select: { slug: true },
    });
    return { ok: true, helpful, slug } as const;
  });
}
