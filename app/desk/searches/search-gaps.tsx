import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { Gap } from '@/lib/insights/search-queries';

const COLUMNS = [
  { key: 'words', label: 'Words' },
  { key: 'count', label: 'Searched', nowrap: true },
  { key: 'last', label: 'Last', nowrap: true },
  { key: 'after', label: 'What followed' },
  { key: 'actions', label: '', nowrap: true },
];

type Props = { gaps: readonly Gap[]; timeZone: string; now: Date };

/** What customers looked for in vain, each one step away from the article that answers it. */
export function SearchGaps({ gaps, timeZone, now }: Props) {
  return (
    <DataTable
      caption="Searches without an answer"
      columns={COLUMNS}
      rows={gaps.map((gap) => ({ key: gap.query, cells: cellsOf(gap, timeZone, now) }))}
    />
  );
}

function cellsOf(gap: Gap, timeZone: string, now: Date) {
  return {
    words: (
      <div className="min-w-36">
        <bdi className="font-semibold wrap-anywhere">{gap.query}</bdi>
        <span className="block text-[0.9rem] text-muted">{resultWords(gap.results)}</span>
      </div>
    ),
    count: (
      <>
        {gap.count === 1 ? 'once' : `${gap.count} times`}
        {gap.count > 1 ? (
          <span className="block text-[0.9rem] text-muted">
            {gap.visitors === 1 ? 'by one visitor' : `by ${gap.visitors} visitors`}
          </span>
        ) : null}
      </>
    ),
    last: <TimeAgo at={gap.lastAt} now={now} timeZone={timeZone} />,
    after: <WhatFollowed gap={gap} />,
    actions: (
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          href={`/desk/faq/new?${new URLSearchParams({ title: gap.query })}`}
          prefetch={false}
          size="small"
        >
          Write an article<span className="sr-only"> about {gap.query}</span>
        </ButtonLink>
        <ButtonLink
          href={`/search?${new URLSearchParams({ q: gap.query })}`}
          prefetch={false}
          size="small"
          variant="quiet"
        >
          See the search<span className="sr-only"> for {gap.query}</span>
        </ButtonLink>
      </div>
    ),
  };
}

function resultWords(results: number): string {
  if (results === 0) return 'found nothing';
  return results === 1 ? 'found one, not opened' : `found ${results}, none opened`;
}

function WhatFollowed({ gap }: { gap: Gap }) {
  const { threads, refunded } = gap;
  if (threads.length === 0 && refunded === 0) return <span className="text-muted">nothing we know of</span>;
  return (
    <ul className="grid min-w-36 gap-1">
      {threads.map((thread) => (
        <li key={thread.id}>
          asked:{' '}
          <Link href={thread.href} prefetch={false} className="text-link wrap-anywhere">
            <bdi>{thread.title}</bdi>
          </Link>
        </li>
      ))}
      {refunded > 0 ? (
        <li>{refunded === 1 ? 'a refund the same day' : `${refunded} refunds the same day`}</li>
      ) : null}
    </ul>
  );
}
