import { z } from 'zod';
import { Language } from '@/lib/search/languages';
import { cleanLine, cleanText } from '@/lib/text';

/** So much of a query is used, longer is cut (defaults). */
export const QUERY_MAX = 200;
/** Cleaning is linear; this keeps even that small for a query of megabytes. */
const RAW_MAX = 2_000;
/** Results on one page; fewer than a list's 30, since each carries a snippet. */
export const RESULTS_PER_PAGE = 20;
/** Nobody reads the hundredth result; a better query is the way on. */
export const RESULTS_MAX = 100;
/** Payload stays small: a snippet is two lines. */
export const SNIPPET_MAX = 200;

export const SearchType = z.enum(['all', 'faq', 'thread']);
export type SearchType = z.infer<typeof SearchType>;

export type SearchKind = 'article' | 'thread';

/** A piece of a title or snippet; `hit` where it matches the query. Printed as text, marked by the page. */
export type Piece = { text: string; hit: boolean };

/** What was typed, cleaned and cut to `QUERY_MAX` characters; '' for anything that is not text. */
export function readQuery(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  const clean = cleanLine(raw.slice(0, RAW_MAX));
  return clean.length <= QUERY_MAX ? clean : cleanLine(clean.slice(0, QUERY_MAX));
}

/** The filter from an address; anything unknown means everything. */
export function readType(raw: unknown): SearchType {
  return SearchType.catch('all').parse(raw);
}

/** Longer lists are copied from a dictionary, which helps nobody. */
export const SYNONYMS_MAX = 10_000;

/** What the owner sets about search. */
export const SearchSettings = z.strictObject({
  /** The languages customers write in, the usual one first. One alone comes from a form as text. */
  languages: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(Language, 'Choose at least one language.').min(1, 'Choose at least one language.'),
  ),
  /** A line a group: words or phrases that mean the same, between commas. */
  synonyms: z.string().transform(cleanText).pipe(z.string().max(SYNONYMS_MAX, 'That is too long.')),
});
export type SearchSettings = z.infer<typeof SearchSettings>;

export const DEFAULT_SEARCH_SETTINGS: SearchSettings = { languages: ['en'], synonyms: '' };
