import type { Actor } from '@/lib/accounts/schema';
import { articleCards } from '@/lib/faq/queries';
import { threadCards } from '@/lib/forum/queries';
import { cutAtWord } from '@/lib/markdown';
import { type Choices, choicesOf, filterHits } from '@/lib/search/filter-hits';
import { findHits } from '@/lib/search/find-hits';
import { makeResultCards, type ResultCard } from '@/lib/search/make-result-cards';
import {
  HITS_MAX,
  NO_FILTERS,
  RESULTS_PER_PAGE,
  readQuery,
  type SearchFilters,
  type SearchKind,
  type SearchType,
  SUGGESTED_TEXT_MAX,
} from '@/lib/search/schema';

export type SearchPage = {
  query: string;
  /** The query as it was understood, when that is not how it was typed. */
  meant: string | null;
  filters: SearchFilters;
  items: ResultCard[];
  total: number;
  page: number;
  perPage: number;
  /** How many each kind would show beside the other filters that are set. */
  counts: Record<SearchType, number>;
  /** The same for the other filters. */
  choices: Choices;
  /** How many there are without any filter. */
  found: number;
};

type Asked = Partial<SearchFilters> & {
  /** False takes every word as it was typed. */
  correct?: boolean;
};

/** One page of results for what was typed; an empty query has none. Nothing this person may not see is in the results,
 * their number or their texts. */
export async function searchPage(
  raw: unknown,
  options: Asked & { page: number; perPage?: number },
  actor: Actor | null,
): Promise<SearchPage> {
  const query = readQuery(raw);
  const { page, perPage = RESULTS_PER_PAGE, correct = true, ...rest } = options;
  const filters = { ...NO_FILTERS, ...rest };
  const { question, hits } = await findHits(query, { most: HITS_MAX, correct }, actor);
  const matching = filterHits(hits, filters);
  const choices = choicesOf(hits, filters);
  const shown = matching.slice((page - 1) * perPage, page * perPage);
  return {
    query,
    meant: question.meant,
    filters,
    items: await makeResultCards(shown, question, actor),
    total: matching.length,
    page,
    perPage,
    counts: choices.types,
    choices,
    found: filterHits(hits, NO_FILTERS).length,
  };
}

/** The best results for the HTTP API. */
export async function searchTop(
  raw: unknown,
  options: Asked & { limit: number },
  actor: Actor | null,
): Promise<{ meant: string | null; results: ResultCard[] }> {
  const { limit, correct = true, ...rest } = options;
  // Whoever asks by program judges the scores; a page says "nothing found" instead.
  const wanted = { most: HITS_MAX, correct, vague: true };
  const { question, hits } = await findHits(readQuery(raw), wanted, actor);
  const matching = filterHits(hits, { ...NO_FILTERS, ...rest }).slice(0, limit);
  return {
    meant: question.meant,
    results: await makeResultCards(matching, question, actor),
  };
}

export type SuggestedItem = { title: string; url: string; kind: SearchKind; snippet: string };
export type SuggestedGroup = { label: string; items: SuggestedItem[] };

/** While typing: so many of each kind, eight in all. */
const SUGGESTED_EACH = 5;
const SUGGESTED_IN_ALL = 8;

/** Answers and threads for an unfinished query, the last word taken as the start of one. */
export async function suggest(raw: unknown, actor: Actor | null): Promise<SuggestedGroup[]> {
  // A blank at the end says that the last word is finished; cleaning would lose it.
  const query = readQuery(raw) + (typeof raw === 'string' && raw.endsWith(' ') ? ' ' : '');
  const wanted = { most: SUGGESTED_EACH, typing: true };
  const [articles, threads] = await Promise.all([
    findHits(query, { ...wanted, kind: 'article' }, actor),
    findHits(query, { ...wanted, kind: 'thread' }, actor),
  ]);
  const told = new Set(articles.hits.map((hit) => hit.id));
  // A thread whose article is suggested already would be the same answer twice, and so would a duplicate.
  const found = new Set(threads.hits.map((hit) => hit.id));
  const others = threads.hits.filter(
    (hit) => !told.has(hit.articleId ?? '') && !found.has(hit.duplicateOf ?? ''),
  );
  const [articleItems, threadItems] = await Promise.all([
    articleCards(articles.hits.map((hit) => hit.id)),
    threadCards(
      others.slice(0, SUGGESTED_IN_ALL - told.size).map((hit) => hit.id),
      actor,
    ),
  ]);
  const toItem = (kind: SearchKind) => (card: { title: string; href: string; excerpt: string }) => ({
    title: card.title,
    url: card.href,
    kind,
    snippet: cutAtWord(card.excerpt, SUGGESTED_TEXT_MAX),
  });
  return [
    { label: 'Answers', items: articleItems.map(toItem('article')) },
    { label: 'From the forum', items: threadItems.filter((card) => !card.isHidden).map(toItem('thread')) },
  ].filter((group) => group.items.length > 0);
}
