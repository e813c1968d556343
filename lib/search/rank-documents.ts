import type { IndexedDocument, SearchIndex } from '@/lib/search/hold-index';
import type { Question } from '@/lib/search/read-question';
import { STOP_WEIGHT, scoreOf } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';

export type Hit = { kind: SearchKind; subjectId: string; score: number };

/** The second look costs time per document; the best answers are well within this many (reference/search.md). */
const CANDIDATES_MAX = 200;
/** Results far below the best one only share a common word with the question. */
const TAIL_CUT = 0.05;

/** The documents that answer a question, the best first.
 * @param kind only these, or all
 * @param most at most so many */
export function rankDocuments(
  index: SearchIndex,
  question: Question,
  kind: SearchKind | null,
  most: number,
): Hit[] {
  // Words that say little find nothing by themselves unless there are no others.
  const telling = question.slots.filter((slot) => !slot.isStop);
  const asked = telling.length > 0 ? telling : question.slots;
  const terms = asked.flatMap((slot) =>
    slot.options.map(({ term, weight }) => ({ term, weight: slot.isStop ? weight * STOP_WEIGHT : weight })),
  );
  const score = (doc: IndexedDocument) => scoreOf(doc, question.slots, index.averageLength);
  const hits = index
    .candidates(terms, kind, CANDIDATES_MAX)
    .map((doc) => ({ kind: doc.kind, subjectId: doc.subjectId, score: score(doc) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score);
  const floor = (hits[0]?.score ?? 0) * TAIL_CUT;
  return hits.filter((hit) => hit.score >= floor).slice(0, most);
}
