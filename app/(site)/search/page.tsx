import type { Metadata } from 'next';
import Link from 'next/link';
import { NoteOpenedResults } from '@/app/_ui/note-opened-results';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { SearchBox } from '@/app/_ui/search-box';
import { LinkTabs } from '@/app/_ui/tabs';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { Correction } from '@/app/(site)/search/correction';
import { Filters } from '@/app/(site)/search/filters';
import { NearestAnswers } from '@/app/(site)/search/nearest-answers';
import { noteResultsPage } from '@/app/(site)/search/note-results-page';
import { NothingFound } from '@/app/(site)/search/nothing-found';
import { ResultItem } from '@/app/(site)/search/result-item';
import { type SearchAddress, searchHref } from '@/app/(site)/search/search-address';
import { isOwner } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { NO_FILTERS, readFilters, readQuery, type SearchType } from '@/lib/search/schema';
import { type SearchPage, searchPage } from '@/lib/search/search';
import { pageWords } from '@/lib/web/language';
import { oneValue, pageNumber } from '@/lib/web/page-number';
import { setResponseStatus } from '@/lib/web/response-status';
import type { Spoken, Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const TYPES: readonly { type: SearchType; word: 'all' | 'faq' | 'forum' }[] = [
  { type: 'all', word: 'all' },
  { type: 'faq', word: 'faq' },
  { type: 'thread', word: 'forum' },
];

/** Fewer results than this may well be the wrong ones. */
const FEW = 3;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(oneValue((await searchParams).q));
  const words = (await pageWords()).words.search;
  // Pages of results are for people; an index of them would be a copy of the site.
  return {
    title: query === '' ? words.title : say(words.queryTitle, { query }),
    robots: { index: false, follow: true },
  };
}

export default async function SearchResultsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const actor = await currentActor();
  const page = pageNumber(asked.page);
  const exact = oneValue(asked.exact) === '1';
  const filters = readFilters({
    type: oneValue(asked.type),
    category: oneValue(asked.category),
    tag: oneValue(asked.tag),
    state: oneValue(asked.state),
  });
  const found = await searchPage(oneValue(asked.q), { ...filters, page, correct: !exact }, actor);
  await noteResultsPage(found.query, found.found, actor);
  const spoken = await pageWords();
  const explain = oneValue(asked.explain) === 'true' && isOwner(actor);
  return (
    <PageBody width="reading">
      <PageHeader title={spoken.words.search.title} />
      <div className="mb-8">
        <SearchBox
          words={spoken.words.frame.searchBox}
          key={found.query}
          size="hero"
          defaultQuery={found.query}
          focusOnArrival={found.query === ''}
        />
      </div>
      <Results found={found} at={{ ...filters, query: found.query, exact, explain }} spoken={spoken} />
    </PageBody>
  );
}

type Shown = { found: SearchPage; at: SearchAddress; spoken: Spoken };

function Results({ found, at, spoken }: Shown) {
  const { query, total, page, perPage } = found;
  const { search: words, home, parts } = spoken.words;
  if (query === '') {
    return (
      <div className="grid gap-6">
        <p className="text-muted">{words.intro}</p>
        <ThreeDoors words={home.doors} />
      </div>
    );
  }
  const correction = found.meant === null ? null : <Correction at={at} meant={found.meant} words={words} />;
  if (found.found === 0) {
    return (
      <NothingFound query={query} words={spoken.words}>
        {correction}
      </NothingFound>
    );
  }
  return (
    <>
      {correction}
      <LinkTabs label={words.kinds.label} items={tabsOf(found, at, words.kinds)} />
      <Filters at={at} found={found} words={words.filters} />
      <ResultList found={found} at={at} spoken={spoken} />
      <NoteOpenedResults query={query} results={found.found} before={(page - 1) * perPage} />
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => searchHref(at, {}, number)}
        words={parts}
      />
      {found.found < FEW ? (
        <div className="mt-8">
          <NearestAnswers as="h2" query={query} shown={found.items.map((item) => item.href)} />
        </div>
      ) : null}
      <section aria-labelledby="doors" className="mt-12">
        <h2 id="doors" className="mb-4">
          {words.notThis}
        </h2>
        <ThreeDoors ask={query} words={home.doors} />
      </section>
    </>
  );
}

/** Kinds without results are not offered, but for the one that is chosen. */
function tabsOf({ counts }: SearchPage, at: SearchAddress, words: Words['search']['kinds']) {
  return TYPES.filter(({ type }) => type === 'all' || type === at.type || counts[type] > 0).map(
    ({ type, word }) => ({
      href: searchHref(at, { type }),
      label: words[word],
      count: counts[type],
      current: type === at.type,
    }),
  );
}

function ResultList({ found, at, spoken }: Shown) {
  if (found.items.length > 0) {
    const time = now();
    return (
      <ol className="-mt-5 divide-y divide-line">
        {found.items.map((result) => (
          <ResultItem key={result.id} result={result} now={time} explain={at.explain} spoken={spoken} />
        ))}
      </ol>
    );
  }
  const words = spoken.words.search;
  const isBeyondTheLast = found.total > 0;
  if (isBeyondTheLast) setResponseStatus(404);
  return (
    <p className="text-muted">
      {isBeyondTheLast ? words.beyond : words.noneFits}{' '}
      <Link prefetch={false} href={searchHref(at, isBeyondTheLast ? {} : NO_FILTERS)} className="text-link">
        {isBeyondTheLast ? words.first : words.seeAll}
      </Link>
    </p>
  );
}
