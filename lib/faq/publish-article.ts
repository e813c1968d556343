import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { editArticle } from '@/lib/faq/edit-article';
import type { ArticleReason } from '@/lib/faq/schema';

/** Shows an article to everybody; publishing what is published changes nothing. */
export function publishArticle(
  id: string,
  actor: Actor,
): Promise<Outcome<{ id: string; slug: string }, ArticleReason>> {
  return editArticle(id, { state: 'published' }, actor);
}
