import { SlidersHorizontal, X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type SearchAddress, searchHref } from '@/app/(site)/search/search-address';
import type { ResultState, SearchFilters } from '@/lib/search/schema';
import type { SearchPage } from '@/lib/search/search';
import type { Words } from '@/lib/words/catalogue';

const CHIP =
  'inline-flex min-h-11 max-w-full items-center gap-2 rounded-full border px-4 font-semibold [&_svg]:size-4 [&_svg]:shrink-0';

const STATES: readonly ResultState[] = ['solved', 'unsolved', 'unanswered'];

type FilterWords = Words['search']['filters'];

type Value = { key: string; label: string; count: number; change: Partial<SearchFilters> };
type Group = { label: string; current: string | null; none: Partial<SearchFilters>; values: Value[] };

function groupsOf({ filters, choices }: SearchPage, words: FilterWords): Group[] {
  return [
    {
      label: words.state,
      current: filters.state,
      none: { state: null },
      values: STATES.map((state) => ({
        key: state,
        label: words[state],
        count: choices.states[state],
        change: { state },
      })),
    },
    {
      label: words.category,
      current: filters.category,
      none: { category: null },
      values: choices.categories.map(({ slug, name, count }) => ({
        key: slug,
        label: name,
        count,
        change: { category: slug },
      })),
    },
    {
      label: words.tag,
      current: filters.tag,
      none: { tag: null },
      values: choices.tags.map(({ slug, name, count }) => ({
        key: slug,
        label: name,
        count,
        change: { tag: slug },
      })),
    },
  ];
}

/** What the results can be narrowed down to, as links; what is set stands above and comes off one by one. */
export function Filters({ at, found, words }: { at: SearchAddress; found: SearchPage; words: FilterWords }) {
  const groups = groupsOf(found, words);
  const set = groups.filter((group) => group.current !== null);
  // A value that all results share narrows nothing down.
  const offered = groups
    .filter((group) => group.current === null)
    .map((group) => ({
      ...group,
      values: group.values.filter(({ count }) => count > 0 && count < found.total),
    }))
    .filter((group) => group.values.length > 0);
  if (set.length === 0 && offered.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {set.length > 0 ? (
        <ul aria-label={words.set} className="flex flex-wrap gap-2">
          {set.map((group) => (
            <li key={group.label} className="max-w-full">
              <Chip href={searchHref(at, group.none)} isSet>
                <span className="sr-only">{words.remove} </span>
                <span className="min-w-0 wrap-anywhere">
                  {group.label}: <bdi>{nameOf(group)}</bdi>
                </span>
                <X aria-hidden />
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {offered.length > 0 ? (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-lg px-1 font-semibold text-accent-text [&::-webkit-details-marker]:hidden">
            <SlidersHorizontal aria-hidden className="size-4.5" />
            {words.narrow}
          </summary>
          <div className="mt-2 grid gap-4 rounded-xl border border-line bg-sunken p-4">
            {offered.map((group) => (
              <nav key={group.label} aria-label={group.label}>
                <p aria-hidden className="mb-1.5 text-[0.88rem] font-semibold text-muted">
                  {group.label}
                </p>
                <ul className="flex flex-wrap gap-2">
                  {group.values.map((value) => (
                    <li key={value.key} className="max-w-full">
                      <Chip href={searchHref(at, value.change)}>
                        <bdi className="min-w-0 wrap-anywhere">{value.label}</bdi>
                        <span className="font-medium text-muted tabular-nums">{value.count}</span>
                      </Chip>
                    </li>
                  ))}
                </ul>
              </nav>
            ))}
          </div>
        </details>
      ) : null}
    </div>
  );
}

function nameOf(group: Group): string {
  return group.values.find((value) => value.key === group.current)?.label ?? group.current ?? '';
}

function Chip({ href, isSet, children }: { href: string; isSet?: boolean; children: ReactNode }) {
  return (
    <Link
      prefetch={false}
      href={href}
      className={`${CHIP} ${isSet ? 'border-accent-line bg-accent-soft' : 'border-line bg-surface hover:border-accent-line hover:text-accent-text'}`}
    >
      {children}
    </Link>
  );
}
