import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Engine, Filled } from './engines/engine';
import { mean, ndcg, recall } from './metrics';
import type { QualitySet, Question } from './sets';

const DEPTH = 10;

/** How well one engine answers one set. */
export type SetQuality = {
  set: string;
  ndcg: number;
  typoNdcg: number;
  recall: number;
  isKnownItem: boolean;
};

/** How well one engine answers all sets; means are unweighted, so that a small set counts as much as a large one. */
export type Quality = {
  engine: string;
  sets: SetQuality[];
  ndcg: number;
  typoNdcg: number;
  /** Over the sets of known items alone; not a number when there are none. */
  knownItemRecall: number;
};

export async function measureQuality(engine: Engine, sets: readonly QualitySet[]): Promise<Quality> {
  const measured: SetQuality[] = [];
  for (const set of sets) {
    const filled = await engine.build(set.docs);
    const untouched = await ask(filled, set.questions);
    const typos = await ask(filled, set.typoQuestions);
    await filled.close?.();
    measured.push({
      set: set.name,
      ndcg: untouched.ndcg,
      typoNdcg: typos.ndcg,
      recall: untouched.recall,
      isKnownItem: set.isKnownItem,
    });
  }
  return {
    engine: engine.name,
    sets: measured,
    ndcg: mean(measured.map((one) => one.ndcg)),
    typoNdcg: mean(measured.map((one) => one.typoNdcg)),
    knownItemRecall: mean(measured.filter((one) => one.isKnownItem).map((one) => one.recall)),
  };
}

async function ask(
  filled: Filled,
  questions: readonly Question[],
): Promise<{ ndcg: number; recall: number }> {
  const gains: number[] = [];
  const recalls: number[] = [];
  for (const { text, relevant } of questions) {
    // Engines answer at once, and a loop that never rests would not hear Ctrl-C.
    await nextTurn();
    const found = await filled.search(text, DEPTH);
    gains.push(ndcg(found, relevant, DEPTH));
    recalls.push(recall(found, relevant, DEPTH));
  }
  return { ndcg: mean(gains), recall: mean(recalls) };
}
