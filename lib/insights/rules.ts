import { calendarDay, DAY, later, MINUTE } from '@/lib/clock';
import type { Period, SearchPlace } from '@/lib/insights/schema';
import { foldForComparison } from '@/lib/text';

/** Searches and what followed are kept for half a year: long enough to see a season, then they are removed. */
export const KEEP_SEARCHES = 180 * DAY;
/** The same words again within this time are the same search: going back, another filter, the next page. */
export const SAME_SEARCH_WITHIN = 30 * MINUTE;
/** Words that grow are one search being typed, if no pause between them is longer. */
export const TYPED_WITHIN = 5 * MINUTE;
/** A question belongs to the search before it if it is posted within this time; writing one takes a while. */
export const ASKED_WITHIN = 2 * 60 * MINUTE;
/** "It helped" without a result that was seen to be opened (no script) belongs to a search this fresh. */
export const SOLVED_WITHIN = 30 * MINUTE;

/** Shorter words are typing that was given up; in scripts that write a word with one or two signs, two are a word. */
const SHORTEST = 3;
const SHORT_SCRIPT = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]/u;

/** The form in which wordings that differ in case, accents, spaces and signs are one; null for what is not kept: too
 * short to mean anything, or somebody's own.
 * @param query already cleaned and cut (lib/search/schema) */
export function wordingOf(query: string): string | null {
  if (isSomebodysOwn(query)) return null;
  const wording = foldForComparison(query)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const shortest = SHORT_SCRIPT.test(wording) ? SHORTEST - 1 : SHORTEST;
  return wording.length < shortest ? null : wording;
}

/** An e-mail address, or a number that belongs to one person: an order, a telephone, a card, an account. Too much is
 * dropped rather than too little; the owner loses a wording, not a customer. */
function isSomebodysOwn(query: string): boolean {
  const text = query.normalize('NFKC');
  if (text.includes('@')) return true;
  // "No. 1042" and "#1042" name one thing of one person, "2 pm" and "E27" do not.
  if (/(?:#|№|\bno\.?|\bnr\.?)\s*\p{Nd}{3}/iu.test(text)) return true;
  const digitsOf = (part: string) => part.match(/\p{Nd}/gu)?.length ?? 0;
  // With what people put between the digits: PL-10-432, 4111 1111 1111 1111, +49 (171) 2345.
  const numbers = text.match(/\p{Nd}(?:[\s().+/_-]*\p{Nd})+/gu) ?? [];
  if (numbers.some((number) => digitsOf(number) >= 7)) return true;
  return text.split(/\s+/).some((word) => digitsOf(word) >= 5);
}

/** The parts of a query that may be an order's number: words with a digit, alone and with the word before. */
export function possibleOrderNumbers(query: string): string[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word, at) => {
    if (!/\p{Nd}/u.test(word)) return [];
    const before = words[at - 1];
    return before === undefined ? [word] : [word, `${before} ${word}`];
  });
}

/** A search of the same visitor that is counted already. */
type Earlier = { query: string; place: SearchPlace; at: Date; opened: number };

/** What becomes of a search after an earlier one of the same visitor: a search of its own (`new`), the earlier one typed
 * further (`grown`: it takes its place), or only letters taken away (`shrinking`: nothing is counted). */
export function afterEarlier(
  earlier: Earlier | null,
  next: { query: string; place: SearchPlace },
  at: Date,
): 'new' | 'grown' | 'shrinking' {
  if (!earlier || earlier.query === next.query || earlier.place === 'page') return 'new';
  if (later(earlier.at, TYPED_WITHIN) < at || earlier.opened > 0) return 'new';
  if (next.query.startsWith(earlier.query)) return 'grown';
  return next.place !== 'page' && earlier.query.startsWith(next.query) ? 'shrinking' : 'new';
}

/** The searches that led to a question or a refund: the last one in the search, and the last one in the question's form.
 * What was answered in between does not count against them. @param searches of one visitor, the latest first */
export function searchesThatLedHere<S extends { place: SearchPlace; solved: number }>(
  searches: readonly S[],
): S[] {
  const open = searches.filter((search) => search.solved === 0);
  const looked = open.find((search) => search.place !== 'ask');
  const asked = open.find((search) => search.place === 'ask');
  return [looked, asked].filter((search) => search !== undefined);
}

/** The first and last calendar day of a period in the time zone of the shop. */
export function daysOf(period: Period, now: Date, timeZone: string): { from: string; to: string } {
  const daysAgo = (days: number) => calendarDay(later(now, -days * DAY), timeZone);
  if (period === 'yesterday') return { from: daysAgo(1), to: daysAgo(1) };
  return { from: daysAgo(Number(period) - 1), to: daysAgo(0) };
}

/** The article or thread that an address of this site leads to, as the address names it. */
export function namedIn(href: string): { article: string } | { thread: string } | null {
  const found = /^\/(faq|t)\/([^/?#]+)/.exec(href);
  if (!found?.[2]) return null;
  if (found[1] === 't') return { thread: found[2] };
  try {
    return { article: decodeURIComponent(found[2]) };
  } catch {
    return null;
  }
}

/** Programs that read pages without a person; they say so. */
const PROGRAM = /bot[/;)]|crawl|spider|slurp|preview|monitor|lighthouse|python|curl|wget/i;

/** Whether a request for the results page comes from a person's browser. Browsers say what they fetch a page for
 * (Sec-Fetch-*), except on plain http, where their languages have to do. */
export function looksLikeAPerson(headers: { get(name: string): string | null }): boolean {
  const agent = headers.get('user-agent') ?? '';
  if (agent === '' || PROGRAM.test(agent)) return false;
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`;
  if (/prefetch|prerender/i.test(purpose)) return false;
  const mode = headers.get('sec-fetch-mode');
  if (mode !== null) return mode === 'navigate' || headers.get('sec-fetch-site') === 'same-origin';
  return (headers.get('accept-language') ?? '') !== '' && agent.startsWith('Mozilla/');
}
