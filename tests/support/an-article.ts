import type { Actor } from '@/lib/accounts/schema';
import { ensureCategory } from '@/lib/categories/ensure-category';
import { transaction } from '@/lib/db/transaction';
import { WriteArticle } from '@/lib/faq/schema';
import { writeArticle } from '@/lib/faq/write-article';

/** An article written through the command, published in the general category unless said otherwise. */
export async function anArticle(
  by: Actor,
  facts: {
    title?: string;
    body?: string;
    keywords?: string;
    category?: string;
    state?: 'draft' | 'published';
  } = {},
): Promise<{ id: string; slug: string }> {
  const { category: name = 'General', ...rest } = facts;
  const category = await transaction((tx) => ensureCategory(tx, name));
  const input = { title: 'How long does delivery take?', body: 'Three days.', ...rest };
  const written = await writeArticle(WriteArticle.parse({ ...input, category: category.slug }), by);
  if (!written.ok) throw new Error(`The article was refused: ${written.reason}`);
  return { id: written.id, slug: written.slug };
}
