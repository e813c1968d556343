import type { SearchFilters } from '@/lib/search/schema';

/** What an address of the results says. */
export type SearchAddress = SearchFilters & {
  query: string;
  /** Every word as it was typed. */
  exact: boolean;
  /** The owner asked why results rank where they do. */
  explain: boolean;
};

/** The address of the results with something changed; every change begins at the first page. */
export function searchHref(at: SearchAddress, change: Partial<SearchAddress> = {}, page = 1): string {
  const { query, exact, explain, type, category, tag, state } = { ...at, ...change };
  const parameters = new URLSearchParams({ q: query });
  if (type !== 'all') parameters.set('type', type);
  if (category !== null) parameters.set('category', category);
  if (tag !== null) parameters.set('tag', tag);
  if (state !== null) parameters.set('state', state);
  if (exact) parameters.set('exact', '1');
  if (explain) parameters.set('explain', 'true');
  if (page > 1) parameters.set('page', String(page));
  return `/search?${parameters}`;
}
