import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { LinkTabs } from '@/app/_ui/tabs';
import { SearchGaps } from '@/app/desk/searches/search-gaps';
import { SearchPath } from '@/app/desk/searches/search-path';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { PERIODS, type Period, readPeriod } from '@/lib/insights/schema';
import { searchGaps, searchPath } from '@/lib/insights/search-queries';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Searches' };

/** The rare ones after these are mostly typing errors. */
const SHOWN = 100;

const LABELS: Record<Period, string> = { yesterday: 'Yesterday', '7': '7 days', '30': '30 days' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchesPage({ searchParams }: Props) {
  await requireHelper();
  const period = readPeriod(oneValue((await searchParams).period));
  const at = now();
  const [gaps, looking, asking, { timeZone }] = await Promise.all([
    searchGaps(period, at, { most: SHOWN }),
    searchPath(period, at, 'looking'),
    searchPath(period, at, 'asking'),
    shopSettings(),
  ]);
  return (
    <>
      <PageHeader
        title="Searches"
        intro="What customers looked for, and what became of it. It is not kept who searched."
        breadcrumbs={[{ href: '/desk', label: 'Morning' }]}
      />
      <LinkTabs
        label="Period"
        items={PERIODS.map((one) => ({
          href: `/desk/searches?period=${one}`,
          label: LABELS[one],
          current: one === period,
        }))}
      />
      {looking.searches === 0 && asking.searches === 0 ? (
        <EmptyState
          title={
            period === 'yesterday' ? 'Nobody searched yesterday' : `No search in the last ${period} days`
          }
          action={<ButtonLink href="/desk">Back to the morning</ButtonLink>}
        >
          Words that nothing answers appear here, so that you can write an article for them. Your own searches
          are not counted.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-10">
          <section aria-labelledby="path">
            <h2 id="path" className="mb-3">
              From the search to the answer
            </h2>
            <SearchPath looking={looking} asking={asking} />
          </section>
          <section aria-labelledby="gaps">
            <h2 id="gaps" className="mb-1">
              Searches without an answer
            </h2>
            <p className="mb-3 max-w-prose text-muted">
              They found nothing, or nothing that anybody opened; the most frequent first.
            </p>
            {gaps.length === 0 ? (
              <EmptyState title="Every search led to an answer">
                Somebody opened a result for each of them.
              </EmptyState>
            ) : (
              <SearchGaps gaps={gaps} timeZone={timeZone} now={at} />
            )}
          </section>
          <HowItIsCounted />
        </div>
      )}
    </>
  );
}

function HowItIsCounted() {
  return (
    <details className="max-w-prose text-[0.95rem] text-muted">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-ink">
        How this is counted
      </summary>
      <p className="mt-1">
        A search counts when it is sent, or after a second of rest while typing. The same visitor and words on
        one day are one search. Visitors are told apart for one day only, so whoever comes back tomorrow
        counts again, and a refund on a later day is not seen here. Without script it is not seen what was
        opened. Words that look like an address, an order or a telephone number are never kept; all else is
        removed after 180 days.
      </p>
    </details>
  );
}
