import { z } from 'zod';

/** Where a person looked: the results page, the list while typing, the question form, a shop's own page. */
export const SearchPlace = z.enum(['page', 'suggestions', 'ask', 'widget']);
export type SearchPlace = z.infer<typeof SearchPlace>;

/** More characters than any search box takes are no search. */
const QUERY_MAX = 2_000;
/** The longest address of an article or thread, escaped. */
const HREF_MAX = 1_000;
/** No list shows more; a larger number is no number of ours. */
const RESULTS_MAX = 10_000;

/** A result that was opened, by its address, and its place in the list. */
const OpenedResult = z.strictObject({
  href: z.string().max(HREF_MAX),
  rank: z.int().min(1).max(RESULTS_MAX),
});

/** What a browser tells: that somebody rested on a search, opened one of its results, or said that none of them fits. */
export const NotedSearch = z.strictObject({
  query: z.string().max(QUERY_MAX),
  place: SearchPlace,
  results: z.int().min(0).max(RESULTS_MAX),
  opened: OpenedResult.optional(),
  ignored: z.literal(true).optional(),
});
export type NotedSearch = z.infer<typeof NotedSearch>;

/** Somebody who cannot be named: where the request came from and with which program. Never stored, only hashed. */
export type VisitorTraits = { address: string; agent: string };

/** What may follow a search, as the doors of the other rooms tell it. */
export type Outcome =
  | { step: 'solved' | 'not-solved'; article: string }
  | { step: 'solved'; thread: string }
  | { step: 'asked'; thread: string }
  | { step: 'refunded' };

/** The periods of the owner's list, in days. Yesterday is a whole day; the longer ones include today. */
export const PERIODS = ['yesterday', '7', '30'] as const;
export type Period = (typeof PERIODS)[number];

/** The period from an address; anything unknown means a week. */
export function readPeriod(raw: unknown): Period {
  return PERIODS.find((period) => period === raw) ?? '7';
}
