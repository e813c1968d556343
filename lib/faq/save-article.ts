import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { editArticle } from '@/lib/faq/edit-article';
import type { ArticleForm, ArticleReason } from '@/lib/faq/schema';
import { writeArticle } from '@/lib/faq/write-article';

/** What the desk's form asks for: a preview changes nothing, "draft" and "publish" also choose the state, "save" keeps
 * it. Without an id it is a new article. */
export async function saveArticle(
  form: ArticleForm,
  actor: Actor,
): Promise<Outcome<{ id: string | null }, ArticleReason>> {
  const { id, basedOn, intent, title, body, keywords, category, slug } = form;
  if (intent === 'preview') return { ok: true, id: id ?? null };
  if (id === undefined) {
    const state = intent === 'publish' ? 'published' : 'draft';
    return writeArticle({ title, body, keywords, category, state }, actor);
  }
  const state = intent === 'publish' ? 'published' : intent === 'draft' ? 'draft' : undefined;
  return editArticle(id, { title, body, keywords, category, slug, state, basedOn }, actor);
}
