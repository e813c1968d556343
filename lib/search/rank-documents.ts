import type { SearchIndex } from '@/lib/search/hold-index';
import { Judge, type Judgement } from '@/lib/search/judge-document';
import type { Question } from '@/lib/search/read-question';
import { CANDIDATES_MAX, TAIL_CUT, VAGUE_CUT, WEIGHTS } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';

/** A document that answers, with the score of its words and what that is made of. */
export type Hit = {
  kind: SearchKind;
  subjectId: string;
  score: number;
  why: Judgement;
  /** False where it shares only stop words with a question that has others. */
  isTelling: boolean;
  /** How much of what the question tells stands in one of its sentences, from 0 to 1. */
  share: number;
};

type Ranking = {
  /** Only these; all where null. */
  kind?: SearchKind | null;
  /** At most so many. */
  most: number;
  /** Names of the asker's own products. */
  own?: readonly string[];
};

/** The documents that answer a question, the best first: candidates from the index, then a close look at each. */
export function rankDocuments(
  index: SearchIndex,
  question: Question,
  { kind = null, most, own = [] }: Ranking,
): Hit[] {
  const wanted = question.slots.flatMap((slot) =>
    slot.options.map(({ term, sureness, rarity }) => ({
      term,
      points: sureness * rarity * (slot.isStop ? WEIGHTS.stopWord : 1),
    })),
  );
  const judge = new Judge(index, question, own);
  const hits = index.candidates(wanted, kind, CANDIDATES_MAX).map((doc) => {
    const why = judge.judge(doc);
    const score = why.words + why.passage + why.title + why.pairs + why.letters + why.own;
    return {
      kind: doc.kind,
      subjectId: doc.subjectId,
      score,
      why,
      isTelling: judge.sharesWhatTells,
      share: judge.share,
    };
  });
  judge.close();
  // Candidates come in one order everywhere, and sorting keeps it among equals.
  hits.sort((a, b) => b.score - a.score);
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score >= best * (hit.isTelling ? TAIL_CUT : VAGUE_CUT)).slice(0, most);
}
