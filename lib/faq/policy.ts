import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';

/** Whether this person may write, edit, publish and take back articles. */
export function canWriteArticles(actor: Actor | null): actor is Actor {
  return isStaff(actor);
}

/** Whether an article in this state exists for this person; to everybody else a draft is not found. */
export function canSeeArticle(actor: Actor | null, article: { state: 'draft' | 'published' }): boolean {
  return article.state === 'published' || isStaff(actor);
}
