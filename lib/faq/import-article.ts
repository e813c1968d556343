import { ensureCategory } from '@/lib/categories/ensure-category';
import { GENERAL_NAME } from '@/lib/categories/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import { momentOfSave } from '@/lib/faq/rules';
import { type ImportedArticle, TITLE_MAX } from '@/lib/faq/schema';
import { insertArticle, keepVersion } from '@/lib/faq/write-article';
import { enqueue } from '@/lib/jobs/queue';
import { cutAtWord } from '@/lib/markdown';
import { asMarkdownText } from '@/lib/markdown-text';

export type ImportResult = { outcome: 'added' | 'updated' | 'unchanged'; id: string; slug: string };

/** Adds or updates one article of an import, published, in one transaction; the same `sourceId` is the same article.
 * @param input a row that `ImportedArticle` (schema.ts) has accepted
 * @param actorId who is named as the author, one of the shop's people */
export async function importArticle(input: ImportedArticle, actorId: string): Promise<ImportResult> {
  try {
    return await transaction((tx) => importOne(tx, input, actorId));
  } catch (error) {
    // Another importer wrote the same source, category or address at the same moment.
    if (isUniqueViolation(error)) return transaction((tx) => importOne(tx, input, actorId));
    throw error;
  }
}

async function importOne(tx: Tx, input: ImportedArticle, actorId: string): Promise<ImportResult> {
  const { id: categoryId } = await ensureCategory(tx, input.category ?? GENERAL_NAME);
  const content = {
    ...wordsOf(input),
    keywords: input.keywords ?? '',
    categoryId,
    sourceNote: input.note || null,
  };
  const before = await tx.article.findUnique({ where: { sourceId: input.sourceId } });
  if (!before) {
    const article = await insertArticle(tx, actorId, {
      ...content,
      state: 'published',
      sourceId: input.sourceId,
      createdAt: input.createdAt ?? undefined,
    });
    return { outcome: 'added', ...article };
  }
  const ref = { id: before.id, slug: before.slug };
  const isSame = Object.entries(content).every(
    ([key, value]) => before[key as keyof typeof content] === value,
  );
  if (isSame) return { outcome: 'unchanged', ...ref };
  const at = now();
  await tx.article.update({
    where: { id: before.id },
    data: { ...content, updatedAt: momentOfSave(at, before.updatedAt) },
  });
  if (content.title !== before.title || content.body !== before.body) {
    const { title, body } = content;
    await keepVersion(tx, { articleId: before.id, title, body, byId: actorId, at });
  }
  await enqueue(tx, 'faq.article-changed', { articleId: before.id });
  return { outcome: 'updated', ...ref };
}

/** A question that is too long for a title is cut after a word there, and stands whole above its answer. */
function wordsOf({ question, answer }: ImportedArticle): { title: string; body: string } {
  if (question.length <= TITLE_MAX) return { title: question, body: answer };
  return { title: cutAtWord(question, TITLE_MAX), body: `**${asMarkdownText(question)}**\n\n${answer}` };
}
