import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { editArticle } from '@/lib/faq/edit-article';
import type { ArticleReason } from '@/lib/faq/schema';

/** Takes an article back into the drafts; nothing of it is lost, and it can be published again. */
export function unpublishArticle(
  id: string,
  actor: Actor,
): Promise<Outcome<{ id: string; slug: string }, ArticleReason>> {
  return editArticle(id, { state: 'draft' }, actor);
}
