import { Index } from 'flexsearch';
import { LEVELS } from '@/lib/search/rules';

/** Document numbers by level; a level without documents may be missing. */
export type Levels = readonly (readonly number[])[];

/**
 * FlexSearch, given words that are split, folded and stemmed already. Its slots, meant for the place of a word in the text,
 * hold how much the word says about the document; so one look-up brings the documents of a word with their weight.
 */
export class Postings {
  #levels: ReadonlyMap<string, number> = new Map();
  readonly #index = new Index({
    tokenize: 'strict',
    resolution: LEVELS,
    encode: (words) => words.split(' '),
    score: (_words, stem) => this.#levels.get(stem) ?? LEVELS - 1,
  });

  /** Adds a document under its stems, each with its level. */
  add(number: number, levels: ReadonlyMap<string, number>): void {
    if (levels.size === 0) return;
    this.#levels = levels;
    this.#index.add(number, [...levels.keys()].join(' '));
  }

  /** The documents of a stem. */
  of(stem: string): Levels {
    return this.#index.search(stem, { resolve: false }).result as number[][];
  }

  /** Takes in the documents of a stem that it does not know yet. */
  restore(stem: string, levels: Levels): void {
    // Typed as text, but lists are what the text would be parsed to.
    this.#index.import('map', [[stem, levels]] as unknown as string);
  }

  /** Says which documents the restored lists speak of. */
  restoreNumbers(numbers: readonly number[]): void {
    this.#index.import('reg', numbers as unknown as string);
  }
}
