import type { Metadata } from 'next';
import { NoteOpenedResults } from '@/app/_ui/note-opened-results';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { SearchBox } from '@/app/_ui/search-box';
import { LinkTabs } from '@/app/_ui/tabs';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { NearestAnswers } from '@/app/(site)/search/nearest-answers';
import { noteResultsPage } from '@/app/(site)/search/note-results-page';
import { NothingFound } from '@/app/(site)/search/nothing-found';
import { ResultItem } from '@/app/(site)/search/result-item';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { readQuery, readType, type SearchType } from '@/lib/search/schema';
import { type SearchPage, searchPage } from '@/lib/search/search';
import { oneValue, pageNumber } from '@/lib/web/page-number';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const TYPES: readonly { type: SearchType; label: string }[] = [
  { type: 'all', label: 'Everything' },
  { type: 'faq', label: 'Answers' },
  { type: 'thread', label: 'Forum' },
];

/** Fewer results than this may well be the wrong ones. */
const FEW = 3;

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
  await noteResultsPage(found.query, found.counts.all, actor);
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
  if (counts.all === 0) return <NothingFound query={query} />;
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
      <NoteOpenedResults query={query} results={counts.all} before={(page - 1) * perPage} />
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => hrefOf(query, type, number)}
      />
      {counts.all < FEW ? (
        <div className="mt-8">
          <NearestAnswers as="h2" query={query} shown={items.map((item) => item.href)} />
        </div>
      ) : null}
      <section aria-labelledby="doors" className="mt-12">
        <h2 id="doors" className="mb-4">
          Not what you were looking for?
        </h2>
        <ThreeDoors ask={query} />
      </section>
    </>
  );
}
