import type { Metadata } from 'next';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { SearchBox } from '@/app/_ui/search-box';
import { LinkTabs } from '@/app/_ui/tabs';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { NothingFound } from '@/app/(site)/search/nothing-found';
import { ResultItem } from '@/app/(site)/search/result-item';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { popularArticles } from '@/lib/faq/queries';
import { recordMiss } from '@/lib/search/record-miss';
import { readQuery, readType, type SearchType } from '@/lib/search/schema';
import { type SearchPage, searchPage } from '@/lib/search/search';
import { oneValue, pageNumber } from '@/lib/web/page-number';
import { tryUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const TYPES: readonly { type: SearchType; label: string }[] = [
  { type: 'all', label: 'Everything' },
  { type: 'faq', label: 'Answers' },
  { type: 'thread', label: 'Forum' },
];

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(oneValue((await searchParams).q));
  // Pages of results are for people; an index of them would be a copy of the site.
  return { title: query === '' ? 'Search' : `${query} - search`, robots: { index: false, follow: true } };
}

function hrefOf(query: string, type: SearchType, page = 1): string {
  const parameters = new URLSearchParams({ q: query });
  if (type !== 'all') parameters.set('type', type);
  if (page > 1) parameters.set('page', String(page));
  return `/search?${parameters}`;
}

export default async function SearchResultsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const actor = await currentActor();
  const page = pageNumber(asked.page);
  const found = await searchPage(oneValue(asked.q), { type: readType(oneValue(asked.type)), page }, actor);
  if (found.query !== '' && found.counts.all === 0) await keepMiss(found.query);
  return (
    <PageBody width="reading">
      <PageHeader title="Search" />
      <div className="mb-8">
        <SearchBox
          key={found.query}
          size="hero"
          defaultQuery={found.query}
          focusOnArrival={found.query === ''}
        />
      </div>
      <Results found={found} />
    </PageBody>
  );
}

/** A flood of nonsense must not fill the owner's list of gaps; the search itself answers all the same. */
async function keepMiss(query: string): Promise<void> {
  const { ok } = await tryUse('search', await visitorLimitKey());
  if (ok) await recordMiss(query);
}

async function Results({ found }: { found: SearchPage }) {
  const { query, type, items, total, page, perPage, counts } = found;
  if (query === '') {
    return (
      <div className="grid gap-6">
        <p className="text-muted">
          Write what you would say to us. Whole sentences work, and so do misspelled words.
        </p>
        <ThreeDoors />
      </div>
    );
  }
  if (counts.all === 0) return <NothingFound query={query} popular={await popularArticles(3)} />;
  const at = now();
  return (
    <>
      <LinkTabs
        label="Kind of result"
        items={TYPES.filter((tab) => tab.type === 'all' || tab.type === type || counts[tab.type] > 0).map(
          (tab) => ({
            href: hrefOf(query, tab.type),
            label: tab.label,
            count: counts[tab.type],
            current: tab.type === type,
          }),
        )}
      />
      {items.length === 0 ? (
        <p className="text-muted">There is nothing more on this page. Go back to the first one.</p>
      ) : (
        <ol className="-mt-5 divide-y divide-line">
          {items.map((result) => (
            <ResultItem key={result.id} result={result} now={at} />
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => hrefOf(query, type, number)}
      />
      <section aria-labelledby="doors" className="mt-12">
        <h2 id="doors" className="mb-4">
          Not what you were looking for?
        </h2>
        <ThreeDoors ask={query} />
      </section>
    </>
  );
}
