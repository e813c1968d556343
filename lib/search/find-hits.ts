import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { articlesFound } from '@/lib/faq/search-queries';
import { threadsFound } from '@/lib/forum/search-queries';
import { productsOf } from '@/lib/refunds/orders/queries';
import type { Filterable } from '@/lib/search/filter-hits';
import { askWhereSearched } from '@/lib/search/place-to-search';
import { searchSettings } from '@/lib/search/queries';
import { type Hit, rankDocuments } from '@/lib/search/rank-documents';
import type { Question, Reading } from '@/lib/search/read-question';
import { type Standing, standingOf } from '@/lib/search/rules';
import type { ScorePart, SearchKind } from '@/lib/search/schema';
import { readSynonyms, type Synonyms } from '@/lib/search/synonyms';

/** A hit that is there for this person, with what filters ask of it. */
export type FoundHit = Filterable & { score: number; parts: readonly ScorePart[] };

type Wanted = Pick<Reading, 'typing' | 'correct'> & {
  kind?: SearchKind | null;
  most: number;
  /** Also what shares nothing but stop words with a question that has others. */
  vague?: boolean;
  /** Names of the asker's own products: what speaks of them stands a little higher. */
  own?: readonly string[];
};

/** Ranks for a cleaned query; knows nothing yet of who may see what. */
export async function rankHits(
  query: string,
  { kind = null, most, typing, correct, vague = false, own = [] }: Wanted,
): Promise<{ question: Question; ranked: Hit[] }> {
  const reading = { typing, correct, synonyms: await shopSynonyms() };
  const { question, index } = await askWhereSearched(query, reading, kind);
  if (question.slots.length === 0) return { question, ranked: [] };
  const ranked = rankDocuments(index, question, { kind, most, own });
  return { question, ranked: vague ? ranked : ranked.filter((hit) => hit.isTelling) };
}

/** The index may be a moment behind: what is a draft, hidden or gone by now is dropped here, before anything is counted. How
 * a thing stands (solved, helpful, recent) is read here too, as it is now, and lifts it among those that answer as well. */
export async function reachHits(ranked: readonly Hit[], actor: Actor | null): Promise<FoundHit[]> {
  const idsOf = (kind: SearchKind) => ranked.filter((hit) => hit.kind === kind).map((hit) => hit.subjectId);
  const [articles, threads] = await Promise.all([
    articlesFound(idsOf('article')),
    threadsFound(idsOf('thread'), actor),
  ]);
  const found = new Map<string, Omit<FoundHit, 'score' | 'parts'> & { standing: Standing }>();
  for (const { id, category, standing } of articles) {
    const ofThreads = { tags: [], state: null, articleId: null, duplicateOf: null };
    found.set(id, { kind: 'article', id, category, ...ofThreads, standing });
  }
  for (const thread of threads) found.set(thread.id, { kind: 'thread', ...thread });
  const at = now();
  const hits = ranked.flatMap(({ kind, subjectId, score, why }): FoundHit[] => {
    const known = found.get(subjectId);
    if (known?.kind !== kind) return [];
    const { standing, ...hit } = known;
    const lifts = standingOf(kind, standing, at);
    const lifted = lifts.reduce((points, lift) => points * lift.factor, score);
    const parts = [
      ...Object.entries(why).map(([name, points]) => ({ name, points })),
      ...lifts.map(({ name, factor }) => ({ name, points: score * (factor - 1) })),
    ];
    return [{ ...hit, score: lifted, parts: parts.filter(({ points }) => points > 0) }];
  });
  return hits.sort((a, b) => b.score - a.score);
}

let read: { list: string; synonyms: Synonyms } | null = null;

async function shopSynonyms(): Promise<Synonyms> {
  const { synonyms: list } = await searchSettings();
  if (read?.list !== list) read = { list, synonyms: readSynonyms(list) };
  return read.synonyms;
}

/** Ranks, and keeps what is there for this person. */
export async function findHits(
  query: string,
  wanted: Wanted,
  actor: Actor | null,
): Promise<{ question: Question; hits: FoundHit[] }> {
  const own = await productsOf(actor);
  const { question, ranked } = await rankHits(query, { own, ...wanted });
  return { question, hits: await reachHits(ranked, actor) };
}
