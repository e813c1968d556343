import type { SearchIndex } from '@/lib/search/hold-index';
import { type Question, readQuestion } from '@/lib/search/read-question';
import { wordsOf } from '@/lib/search/split-words';

/** How a query is to be read. */
export type Reading = {
  /** The last word may be unfinished. */
  typing: boolean;
  /** Misspelled words are read as what was probably meant; false takes every word as it was typed. */
  correct: boolean;
};

/** Reads a cleaned query. */
export function readAs(query: string, index: SearchIndex, reading: Reading): Question {
  const question = readQuestion(query, index, reading.typing);
  return reading.correct ? question : asTyped(query, question, index);
}

/** The query as it was understood, when that is not how it was typed; else null. */
export function correctedQuery(question: Question & { meant?: string | null }): string | null {
  return question.meant ?? null;
}

/** Leaves of a question only what stands for the words as they were typed. */
function asTyped(query: string, question: Question, index: SearchIndex): Question {
  const typed = new Set(wordsOf(query).flatMap((word) => word.stems));
  const slots = question.slots
    .map((slot) => ({ ...slot, options: slot.options.filter(({ term }) => typed.has(index.stemOf(term))) }))
    .filter((slot) => slot.options.length > 0);
  return { ...question, slots, stems: typed };
}
