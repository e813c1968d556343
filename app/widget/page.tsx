import type { Metadata } from 'next';
import Link from 'next/link';
import { Sentence } from '@/app/_ui/sentence';
import { popularWords } from '@/app/(site)/_parts/popular-words';
import { noteResultsPage } from '@/app/(site)/search/note-results-page';
import { NewTab } from '@/app/widget/_parts/new-tab';
import { widgetArticleHref } from '@/app/widget/_parts/widget-article-href';
import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { WidgetResult } from '@/app/widget/_parts/widget-result';
import { WidgetSearch } from '@/app/widget/_parts/widget-search';
import { popularArticles } from '@/lib/faq/queries';
import { QUERY_MAX, readQuery } from '@/lib/search/schema';
import { type SearchPage, searchPage } from '@/lib/search/search';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import type { Spoken, Words } from '@/lib/words/catalogue';
import { numberWords, say, sayCount } from '@/lib/words/say';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A panel is a glance: the rest is on the results page of the site. */
const RESULTS = 6;
const POPULAR = 5;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(oneValue((await searchParams).q));
  const words = (await pageWords()).words.widget;
  return { title: query === '' ? words.title : say(words.queryTitle, { query }) };
}

export default async function WidgetPage({ searchParams }: Props) {
  const asked = await searchParams;
  const correct = oneValue(asked.exact) !== '1';
  const found = await searchPage(oneValue(asked.q), { page: 1, perPage: RESULTS, correct }, null);
  await noteResultsPage(found.query, found.found, null, 'widget');
  const spoken = await pageWords();
  const { words } = spoken;
  return (
    <>
      <h1 className={found.query === '' ? 'mb-3 text-[1.3rem]!' : 'sr-only'}>{words.home.question}</h1>
      <WidgetSearch query={found.query} maxLength={QUERY_MAX} words={words.frame.searchBox} />
      <div role="status" className="mt-3 text-[0.9rem] text-muted empty:mt-0">
        {summary(found, spoken)}
      </div>
      {found.meant !== null && found.total > 0 ? (
        <Correction query={found.query} meant={found.meant} words={words.search} />
      ) : null}
      {found.total > 0 ? <Results found={found} spoken={spoken} /> : <Popular words={words.home} />}
      <WidgetDoors ask={found.query} words={words.widget.doors} />
    </>
  );
}

function summary({ query, total }: SearchPage, { words, language }: Spoken): string | null {
  if (query === '') return null;
  return total === 0 ? words.widget.nothing : sayCount(words.search.results, total, language);
}

/** What was searched for instead of what was typed, with the way to exactly what was typed. */
function Correction({ query, meant, words }: { query: string; meant: string; words: Words['search'] }) {
  return (
    <p className="mt-1 text-[0.9rem]">
      <Sentence
        text={words.meant}
        places={{
          meant: (
            <strong>
              <bdi>{meant}</bdi>
            </strong>
          ),
        }}
      />{' '}
      <Link
        prefetch={false}
        href={`/widget?${new URLSearchParams({ q: query, exact: '1' })}`}
        className="text-link"
      >
        <Sentence text={words.exact} places={{ query: <bdi>{query}</bdi> }} />
      </Link>
    </p>
  );
}

function Results({ found, spoken }: { found: SearchPage; spoken: Spoken }) {
  const { items, query, total } = found;
  const words = spoken.words.widget;
  return (
    <>
      <ul className="divide-y divide-line">
        {items.map((result) => (
          <WidgetResult key={result.id} result={result} query={query} words={words.doors} />
        ))}
      </ul>
      {total > items.length ? (
        <NewTab
          href={`/search?${new URLSearchParams({ q: query })}`}
          className="text-link inline-flex min-h-11 items-center"
          words={words.doors}
        >
          {say(words.seeAll, { n: numberWords(total, spoken.language) })}
        </NewTab>
      ) : null}
    </>
  );
}

async function Popular({ words }: { words: Words['home'] }) {
  const articles = await popularArticles(POPULAR);
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="popular" className="mt-5">
      <h2 id="popular" className="font-sans! text-[0.9rem]! text-muted">
        {popularWords(articles, words)}
      </h2>
      <ul className="mt-1">
        {articles.map((article) => (
          <li key={article.id} className="border-b border-line last:border-0">
            <Link
              prefetch={false}
              href={widgetArticleHref(article.href)}
              className="flex min-h-11 items-center py-2 leading-snug font-semibold hover:text-accent-text hover:underline"
            >
              <span dir="auto">{article.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
