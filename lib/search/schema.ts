import { z } from 'zod';
import { Language } from '@/lib/search/languages';
import { cleanLine, cleanText } from '@/lib/text';

/** So much of a query is used, longer is cut (defaults). */
export const QUERY_MAX = 200;
/** Cleaning is linear; this keeps even that small for a query of megabytes. */
const RAW_MAX = 2_000;
/** A slug from an address; longer ones are of no category or tag. */
const SLUG_MAX = 120;
/** Results on one page; fewer than a list's 30, since each carries a snippet. */
export const RESULTS_PER_PAGE = 20;
/** Nobody reads the hundredth result; a better query is the way on. */
export const RESULTS_MAX = 100;
/** The best hits of the whole site, among which filters choose and counts are counted. */
export const HITS_MAX = 200;
/** Payload stays small: a snippet is two lines. */
export const SNIPPET_MAX = 200;
/** A suggestion is looked at while typing: one or two lines, and little to send at each pause. */
export const SUGGESTED_TEXT_MAX = 120;

export const SearchType = z.enum(['all', 'faq', 'thread']);
export type SearchType = z.infer<typeof SearchType>;

/** As in the forum's lists: what waits for its first reply is unsolved, too. Articles have no state. */
export const ResultState = z.enum(['unsolved', 'solved', 'unanswered']);
export type ResultState = z.infer<typeof ResultState>;

/** What results are narrowed down to; slugs, null for all. Tags and states are of threads alone. */
export type SearchFilters = {
  type: SearchType;
  category: string | null;
  tag: string | null;
  state: ResultState | null;
};
export const NO_FILTERS: SearchFilters = { type: 'all', category: null, tag: null, state: null };

export type SearchKind = 'article' | 'thread';

/** One reason why a result ranks where it does, for the owner: `explain=true`. */
export type ScorePart = { name: string; points: number };

/** A piece of a title or snippet; `hit` where it matches the query. Printed as text, marked by the page. */
export type Piece = { text: string; hit: boolean };

/** What was typed, cleaned and cut to `QUERY_MAX` characters; '' for anything that is not text. */
export function readQuery(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  const clean = cleanLine(raw.slice(0, RAW_MAX));
  return clean.length <= QUERY_MAX ? clean : cleanLine(clean.slice(0, QUERY_MAX));
}

/** The filters from an address; an unknown type or state means all. */
export function readFilters(asked: { type?: unknown; category?: unknown; tag?: unknown; state?: unknown }) {
  return {
    type: SearchType.catch('all').parse(asked.type),
    category: readSlug(asked.category),
    tag: readSlug(asked.tag),
    state: ResultState.nullable().catch(null).parse(asked.state),
  } satisfies SearchFilters;
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
function readSlug(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const slug = cleanLine(raw.slice(0, SLUG_MAX));
  return slug === '' ? null : slug;
}

/** The button "This solved it" below a suggestion: `article:ID` or `thread:ID`. */
export const SolvedBy = z.strictObject({
  answer: z
    .string({ error: 'Choose one of the answers.' })
    .max(80)
    .regex(/^(article|thread):\w+$/, 'Choose one of the answers.')
    .transform((text) => {
      const [kind = '', id = ''] = text.split(':');
      return { kind: kind === 'article' ? ('article' as const) : ('thread' as const), id };
    }),
});
export type SolvedBy = z.infer<typeof SolvedBy>;

export const openAnswerWords = { 'not-found': 'This answer is not there any more.' };

/** What is being written while somebody asks; more than the beginning is not read. */
export const SimilarTo = z.object({
  title: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, QUERY_MAX)),
  body: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, RAW_MAX)),
});
