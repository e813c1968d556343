import Link from 'next/link';
import { popularWords } from '@/app/(site)/_parts/popular-words';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import type { ArticleCard } from '@/lib/faq/queries';

/** A search without results: said plainly, with the ways on. The words are carried into the question. */
export function NothingFound({ query, popular }: { query: string; popular: readonly ArticleCard[] }) {
  return (
    <div className="grid gap-8">
      <div>
        <h2>
          Nothing found for “<bdi>{query}</bdi>”
        </h2>
        <p className="mt-2 max-w-prose text-muted">
          Try fewer or other words. We keep a list of what was not found, without your name, to write the
          missing answers.
        </p>
      </div>
      {popular.length > 0 ? (
        <section aria-labelledby="popular">
          <h3 id="popular">{popularWords(popular)}</h3>
          <ul className="mt-1">
            {popular.map((article) => (
              <li key={article.id}>
                <Link href={article.href} className="text-link inline-flex min-h-11 items-center">
                  <span dir="auto">{article.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ThreeDoors ask={query} />
    </div>
  );
}
