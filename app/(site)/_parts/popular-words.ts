import type { ArticleCard } from '@/lib/faq/queries';

/** What stands over the popular answers: before anybody has said that one helped they are only the newest, and nothing else
 * is claimed. */
export function popularWords(articles: readonly Pick<ArticleCard, 'helpedCount'>[]): string {
  return articles.some((article) => article.helpedCount > 0) ? 'Answers that help most' : 'Newest answers';
}
