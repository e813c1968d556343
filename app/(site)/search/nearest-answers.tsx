import Link from 'next/link';
import { popularWords } from '@/app/(site)/_parts/popular-words';
import { currentActor } from '@/lib/accounts/session';
import { type ArticleCard, popularArticles } from '@/lib/faq/queries';
import { similarAnswers } from '@/lib/search/similar-answers';
import { pageWords } from '@/lib/web/language';

/** A few are read; more would be a second list of results. */
const SHOWN = 3;

type Props = {
  query: string;
  /** Addresses of what the page shows already. */
  shown?: readonly string[];
  /** Below results it is a part of the page, below "nothing found" a part of that. */
  as?: 'h2' | 'h3';
};

type Answer = { id: string; href: string; title: string };

/** Where a search found nothing, or next to nothing: the articles nearest to it, or else the ones that help most people. */
export async function NearestAnswers({ query, shown = [], as: Heading = 'h3' }: Props) {
  const near = await nearest(query, shown);
  const liked = near.length > 0 ? [] : await popular(shown);
  const answers = near.length > 0 ? near : liked;
  if (answers.length === 0) return null;
  const { search, home } = (await pageWords()).words;
  return (
    <section aria-labelledby="nearest">
      <Heading id="nearest">{near.length > 0 ? search.nearest : popularWords(liked, home)}</Heading>
      <ul className="mt-2">
        {answers.map((answer) => (
          <li key={answer.id}>
            <Link
              href={answer.href}
              prefetch={false}
              className="text-link inline-flex min-h-11 items-center break-words"
            >
              <span dir="auto">{answer.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function nearest(query: string, shown: readonly string[]): Promise<Answer[]> {
  const asked = { title: query, body: '' };
  const most = SHOWN + shown.length;
  const found = await similarAnswers(asked, await currentActor(), { kind: 'article', most, vague: true });
  const addresses = new Set(shown);
  return found
    .filter((item) => !addresses.has(item.url))
    .slice(0, SHOWN)
    .map((item) => ({ id: item.id, href: item.url, title: item.title }));
}

async function popular(shown: readonly string[]): Promise<ArticleCard[]> {
  const articles = await popularArticles(SHOWN + shown.length);
  return articles.filter((article) => !shown.includes(article.href)).slice(0, SHOWN);
}
