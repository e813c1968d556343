import type { Actor } from '@/lib/accounts/schema';
import { articlesFound } from '@/lib/faq/search-queries';
import { threadsFound } from '@/lib/forum/search-queries';
import { type Reading, readAs } from '@/lib/search/correct-query';
import type { Filterable } from '@/lib/search/filter-hits';
import { type Hit, rankDocuments } from '@/lib/search/rank-documents';
import type { Question } from '@/lib/search/read-question';
import type { ScorePart, SearchKind } from '@/lib/search/schema';
import { freshIndex } from '@/lib/search/sync';

/** A hit that is there for this person, with what filters ask of it. */
export type FoundHit = Filterable & { score: number; parts: readonly ScorePart[] };

export type RankedHit = Hit & { parts?: readonly ScorePart[] };

type Wanted = Partial<Reading> & { kind?: SearchKind | null; most: number };

/** Ranks for a cleaned query; knows nothing yet of who may see what. */
export async function rankHits(
  query: string,
  { kind = null, most, typing = false, correct = true }: Wanted,
): Promise<{ question: Question; ranked: RankedHit[] }> {
  const index = await freshIndex();
  const question = readAs(query, index, { typing, correct });
  if (question.slots.length === 0) return { question, ranked: [] };
  return { question, ranked: rankDocuments(index, question, kind, most) };
}

/** The index may be a moment behind: what is a draft, hidden or gone by now is dropped here, before anything is counted. */
export async function reachHits(ranked: readonly RankedHit[], actor: Actor | null): Promise<FoundHit[]> {
  const idsOf = (kind: SearchKind) => ranked.filter((hit) => hit.kind === kind).map((hit) => hit.subjectId);
  const [articles, threads] = await Promise.all([
    articlesFound(idsOf('article')),
    threadsFound(idsOf('thread'), actor),
  ]);
  const articleById = new Map(articles.map((article) => [article.id, article]));
  const threadById = new Map(threads.map((thread) => [thread.id, thread]));
  return ranked.flatMap(({ kind, subjectId: id, score, parts = [] }): FoundHit[] => {
    const common = { kind, id, score, parts };
    const article = kind === 'article' ? articleById.get(id) : undefined;
    if (article) return [{ ...common, category: article.category, tags: [], state: null, articleId: null }];
    const thread = kind === 'thread' ? threadById.get(id) : undefined;
    return thread ? [{ ...common, ...thread }] : [];
  });
}

/** Ranks, and keeps what is there for this person. */
export async function findHits(
  query: string,
  wanted: Wanted,
  actor: Actor | null,
): Promise<{ question: Question; hits: FoundHit[] }> {
  const { question, ranked } = await rankHits(query, wanted);
  return { question, hits: await reachHits(ranked, actor) };
}
