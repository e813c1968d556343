import type { SuggestedGroup } from '@/lib/search/search';

/** What a browser's search field shows while typing: the query, then titles, descriptions and addresses side by side. */
export type OpenSearchSuggestions = [
  query: string,
  titles: string[],
  descriptions: string[],
  addresses: string[],
];

/** Suggestions in the form of the OpenSearch suggestions extension; addresses become absolute on `siteUrl`. */
export function openSearchSuggestions(
  query: string,
  groups: readonly SuggestedGroup[],
  siteUrl: string,
): OpenSearchSuggestions {
  const items = groups.flatMap((group) => group.items);
  return [
    query,
    items.map((item) => item.title),
    items.map((item) => item.snippet),
    items.map((item) => siteUrl + item.url),
  ];
}
