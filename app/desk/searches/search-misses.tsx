import { ButtonLink } from '@/app/_ui/button';
import { DataTable } from '@/app/_ui/table';
import { DateTime } from '@/app/_ui/time-ago';
import type { Miss } from '@/lib/search/queries';

const COLUMNS = [
  { key: 'words', label: 'Words' },
  { key: 'count', label: 'How often', nowrap: true },
  { key: 'last', label: 'Last', nowrap: true },
  { key: 'actions', label: '' },
];

/** What customers looked for in vain, each one step away from the article that answers it. */
export function SearchMisses({ misses, timeZone }: { misses: readonly Miss[]; timeZone: string }) {
  return (
    <DataTable
      caption="Searches that found nothing"
      columns={COLUMNS}
      rows={misses.map((miss) => ({ key: miss.query, cells: cellsOf(miss, timeZone) }))}
    />
  );
}

function cellsOf({ query, count, lastAt }: Miss, timeZone: string) {
  return {
    words: <bdi className="font-semibold break-words">{query}</bdi>,
    count: count === 1 ? 'once' : `${count} times`,
    last: <DateTime at={lastAt} timeZone={timeZone} dateOnly />,
    actions: (
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          href={`/desk/faq/new?${new URLSearchParams({ title: query })}`}
          prefetch={false}
          size="small"
        >
          Write an article<span className="sr-only"> about {query}</span>
        </ButtonLink>
        <ButtonLink
          href={`/search?${new URLSearchParams({ q: query })}`}
          prefetch={false}
          size="small"
          variant="quiet"
        >
          See the search<span className="sr-only"> for {query}</span>
        </ButtonLink>
      </div>
    ),
  };
}
