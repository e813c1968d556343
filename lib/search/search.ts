import type { Actor } from '@/lib/accounts/schema';
import { type ArticleCard, articleCards } from '@/lib/faq/queries';
import type { ThreadCard } from '@/lib/forum/queries';
import { threadCards } from '@/lib/forum/queries';
import { cutSnippet, type Marks, markMatches } from '@/lib/search/mark-matches';
import { searchSettings, snippetTexts } from '@/lib/search/queries';
import { type Hit, rankDocuments } from '@/lib/search/rank-documents';
import { type Question, readQuestion } from '@/lib/search/read-question';
import {
  type Piece,
  RESULTS_MAX,
  RESULTS_PER_PAGE,
  readQuery,
  type SearchKind,
  type SearchType,
} from '@/lib/search/schema';
import { freshIndex } from '@/lib/search/sync';
import { readSynonyms, type Synonyms } from '@/lib/search/synonyms';

/** A result as page and API show it. */
export type ResultCard = {
  kind: SearchKind;
  id: string;
  href: string;
  title: Piece[];
  snippet: Piece[];
  score: number;
  category: { slug: string; name: string };
  /** Of a thread; null for an article. */
  state: ThreadCard['state'] | null;
  /** Last change of an article, last activity of a thread. */
  at: Date;
  replyCount: number;
};

export type SearchPage = {
  query: string;
  type: SearchType;
  items: ResultCard[];
  total: number;
  page: number;
  perPage: number;
  /** How many there are of each kind, for the filters. */
  counts: Record<SearchType, number>;
};

type Found = { hit: Hit; article: ArticleCard } | { hit: Hit; thread: ThreadCard };

const KIND_OF: Record<SearchType, SearchKind | null> = { all: null, faq: 'article', thread: 'thread' };

/** One page of results for what was typed; an empty query has none. Nothing this person may not see is in the results,
 * their number or their texts. */
export async function searchPage(
  raw: unknown,
  options: { type: SearchType; page: number; perPage?: number },
  actor: Actor | null,
): Promise<SearchPage> {
  const query = readQuery(raw);
  const { type, page, perPage = RESULTS_PER_PAGE } = options;
  const { question, found } = await find(query, null, RESULTS_MAX, actor);
  const kind = KIND_OF[type];
  const matching = found.filter(({ hit }) => kind === null || hit.kind === kind);
  const articles = found.filter(({ hit }) => hit.kind === 'article').length;
  const shown = matching.slice((page - 1) * perPage, page * perPage);
  return {
    query,
    type,
    items: await toCards(shown, question),
    total: matching.length,
    page,
    perPage,
    counts: { all: found.length, faq: articles, thread: found.length - articles },
  };
}

/** The best results for the HTTP API. */
export async function searchTop(
  raw: unknown,
  options: { type: SearchType; limit: number },
  actor: Actor | null,
): Promise<ResultCard[]> {
  const { question, found } = await find(readQuery(raw), KIND_OF[options.type], options.limit, actor);
  return toCards(found, question);
}

export type SuggestedItem = { title: string; url: string; kind: SearchKind; snippet: string };
export type SuggestedGroup = { label: string; items: SuggestedItem[] };

/** While typing: so many of each kind, eight in all. */
const SUGGESTED_EACH = 5;

/** Answers and threads for an unfinished query, the last word taken as the start of one. */
export async function suggest(raw: unknown, actor: Actor | null): Promise<SuggestedGroup[]> {
  // A blank at the end says that the last word is finished; cleaning would lose it.
  const query = readQuery(raw) + (typeof raw === 'string' && raw.endsWith(' ') ? ' ' : '');
  const typing = { typing: true };
  const [articles, threads] = await Promise.all([
    find(query, 'article', SUGGESTED_EACH, actor, typing),
    find(query, 'thread', SUGGESTED_EACH, actor, typing),
  ]);
  const items = (found: readonly Found[], n: number) => found.slice(0, n).map(toSuggestion);
  const roomForThreads = 8 - Math.min(articles.found.length, SUGGESTED_EACH);
  return [
    { label: 'Answers', items: items(articles.found, SUGGESTED_EACH) },
    { label: 'From the forum', items: items(threads.found, roomForThreads) },
  ].filter((group) => group.items.length > 0);
}

/** What is like this text: similar answers while asking, related articles. `notId` is left out. */
export async function similarTo(
  text: string,
  options: { kind?: SearchKind; notId?: string; most: number },
  actor: Actor | null,
): Promise<SuggestedItem[]> {
  const { found } = await find(readQuery(text), options.kind ?? null, options.most + 1, actor);
  return found
    .filter(({ hit }) => hit.subjectId !== options.notId)
    .slice(0, options.most)
    .map(toSuggestion);
}

async function find(
  query: string,
  kind: SearchKind | null,
  most: number,
  actor: Actor | null,
  { typing } = { typing: false },
): Promise<{ question: Question; found: Found[] }> {
  const index = await freshIndex();
  const question = readQuestion(query, index, { typing, synonyms: await shopSynonyms() });
  if (question.slots.length === 0) return { question, found: [] };
  return { question, found: await visible(rankDocuments(index, question, kind, most), actor) };
}

let read: { list: string; synonyms: Synonyms } | null = null;

async function shopSynonyms(): Promise<Synonyms> {
  const { synonyms: list } = await searchSettings();
  if (read?.list !== list) read = { list, synonyms: readSynonyms(list) };
  return read.synonyms;
}

/** The index may be a moment behind: what is a draft, hidden or gone by now is dropped here. */
async function visible(hits: readonly Hit[], actor: Actor | null): Promise<Found[]> {
  const idsOf = (kind: SearchKind) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.subjectId);
  const [articles, threads] = await Promise.all([
    articleCards(idsOf('article')),
    threadCards(idsOf('thread'), actor),
  ]);
  const articleById = new Map(articles.map((card) => [card.id, card]));
  const threadById = new Map(threads.map((card) => [card.id, card]));
  return hits.flatMap((hit): Found[] => {
    if (hit.kind === 'article') {
      const article = articleById.get(hit.subjectId);
      return article ? [{ hit, article }] : [];
    }
    const thread = threadById.get(hit.subjectId);
    // The staff finds hidden threads in the desk, not here.
    return thread && !thread.isHidden ? [{ hit, thread }] : [];
  });
}

async function toCards(found: readonly Found[], question: Question): Promise<ResultCard[]> {
  const idsOf = (kind: SearchKind) =>
    found.filter(({ hit }) => hit.kind === kind).map(({ hit }) => hit.subjectId);
  const [articleTexts, threadTexts] = await Promise.all([
    snippetTexts('article', idsOf('article')),
    snippetTexts('thread', idsOf('thread')),
  ]);
  const marks: Marks = question;
  return found.map((one) => {
    const card = 'article' in one ? one.article : one.thread;
    const texts = one.hit.kind === 'article' ? articleTexts : threadTexts;
    return {
      kind: one.hit.kind,
      id: card.id,
      href: card.href,
      title: markMatches(card.title, marks),
      snippet: cutSnippet(texts.get(card.id) ?? card.excerpt, marks),
      score: Math.round(one.hit.score * 1000) / 1000,
      category: card.category,
      state: 'thread' in one ? one.thread.state : null,
      at: 'thread' in one ? one.thread.lastActivityAt : one.article.updatedAt,
      replyCount: 'thread' in one ? one.thread.replyCount : 0,
    };
  });
}

function toSuggestion(one: Found): SuggestedItem {
  const card = 'article' in one ? one.article : one.thread;
  return { title: card.title, url: card.href, kind: one.hit.kind, snippet: card.excerpt };
}
