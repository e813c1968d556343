import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { ensureCategory } from '@/lib/categories/ensure-category';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { ImportedArticle } from '@/lib/faq/schema';
import { insertArticle } from '@/lib/faq/write-article';

/** A dozen articles that every online shop needs, written to be edited. */
function starterFolder(): string {
  return path.join(process.cwd(), 'prisma', 'seed', 'starter');
}

/** Adds the starter articles that are not there yet, published. One that the owner has edited stays as it is.
 * @returns how many were added */
export async function addStarterContent(actor: Actor): Promise<Outcome<{ added: number }, 'not-allowed'>> {
  if (!isStaff(actor)) return { ok: false, reason: 'not-allowed' };
  let added = 0;
  for (const article of await readStarterArticles()) {
    if (await addOnce(article, actor.id)) added += 1;
  }
  return { ok: true, added };
}

async function readStarterArticles(): Promise<ImportedArticle[]> {
  const folder = starterFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { data, content } = matter(await readFile(path.join(folder, name), 'utf8'));
      const { id, question, category, keywords } = data as Record<string, unknown>;
      return ImportedArticle.parse({ sourceId: id, question, answer: content, category, keywords });
    }),
  );
}

async function addOnce(input: ImportedArticle, actorId: string): Promise<boolean> {
  try {
    return await transaction(async (tx) => {
      const known = await tx.article.findUnique({
        where: { sourceId: input.sourceId },
        select: { id: true },
      });
      if (known) return false;
      const category = await ensureCategory(tx, input.category ?? '');
      await insertArticle(tx, actorId, {
        title: input.question,
        body: input.answer,
        keywords: input.keywords ?? '',
        state: 'published',
        categoryId: category.id,
        sourceId: input.sourceId,
      });
      return true;
    });
  } catch (error) {
    // Two presses of the button: the other one has added it.
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
