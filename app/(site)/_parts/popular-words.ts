import type { ArticleCard } from '@/lib/faq/queries';
import type { Words } from '@/lib/words/catalogue';

/** What stands over the popular answers: before anybody has said that one helped they are only the newest, and nothing else
 * is claimed. */
export function popularWords(
  articles: readonly Pick<ArticleCard, 'helpedCount'>[],
  words: Pick<Words['home'], 'helped' | 'newest'>,
): string {
  return articles.some((article) => article.helpedCount > 0) ? words.helped : words.newest;
}
