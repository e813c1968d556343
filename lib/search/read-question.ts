import type { SearchIndex } from '@/lib/search/hold-index';
import { inverseFrequency, isStopStem, type Slot } from '@/lib/search/rules';
import { stemOf, type Word, wordsOf } from '@/lib/search/split-words';

/** Words beyond this add noise, not meaning, and each costs time. */
const WORDS_MAX = 40;
/** How surely a word is meant that was not typed so. */
const COMPLETED = 0.75;
const ONE_EDIT = 0.75;
const TWO_EDITS = 0.5;
const JOINED = 0.9;
/** Completions and corrections considered, those in most documents first. */
const COMPLETIONS_MAX = 12;
const CORRECTIONS_MAX = 4;
/** Shorter words are too like everything to be corrected or taken apart. */
const SPLIT_MIN = 6;
const SPLIT_PART_MIN = 3;

/** A question as the index understands it. */
export type Question = {
  slots: Slot[];
  /** Stems to mark in titles and snippets. */
  stems: Set<string>;
  /** What the last word may be the start of, to mark while typing. */
  prefix: string;
};

/** Reads a cleaned query. @param typing the last word may be unfinished */
export function readQuestion(query: string, index: SearchIndex, typing: boolean): Question {
  const words = wordsOf(query).slice(0, WORDS_MAX);
  const last = words.at(-1);
  // A blank after the last word says that it is finished.
  const unfinished = typing && last !== undefined && last.end === query.length ? last : null;
  const seen = new Set<string>();
  const slots: Slot[] = [];
  const stems = new Set<string>();
  words.forEach((word, place) => {
    for (const stem of word.stems) {
      if (seen.has(stem)) continue;
      seen.add(stem);
      stems.add(stem);
      const options = optionsFor(stem, word, index, word === unfinished);
      joinNext(word, words[place + 1], index, options);
      if (options.size > 0) slots.push(slotOf(stem, options, index, word === unfinished));
    }
  });
  for (const slot of slots) for (const { term } of slot.options) stems.add(index.stemOf(term));
  return { slots, stems, prefix: unfinished?.surface ?? '' };
}

type Options = Map<number, number>;

function optionsFor(stem: string, word: Word, index: SearchIndex, unfinished: boolean): Options {
  const options: Options = new Map();
  const term = index.termOf(stem);
  if (term !== undefined) options.set(term, 1);
  if (unfinished) complete(word.surface, index, options);
  if (options.size === 0 && word.stems.length === 1) correct(word.surface, index, options);
  if (options.size === 0 && word.stems.length === 1) takeApart(word.surface, index, options);
  return options;
}

function offer(options: Options, term: number, weight: number): void {
  options.set(term, Math.max(options.get(term) ?? 0, weight));
}

function complete(prefix: string, index: SearchIndex, options: Options): void {
  const terms = new Set(index.vocabulary.startingWith(prefix).map((found) => found.term));
  const likeliest = [...terms]
    .filter((term) => index.documentsWith(term) > 0)
    .sort((a, b) => index.documentsWith(b) - index.documentsWith(a))
    .slice(0, COMPLETIONS_MAX);
  for (const term of likeliest) offer(options, term, COMPLETED);
}

function correct(word: string, index: SearchIndex, options: Options): void {
  const found = index.vocabulary.near(word).filter(({ term }) => index.documentsWith(term) > 0);
  const fewest = Math.min(...found.map(({ edits }) => edits));
  const best = found
    .filter(({ edits }) => edits === fewest)
    .sort((a, b) => index.documentsWith(b.term) - index.documentsWith(a.term))
    .slice(0, CORRECTIONS_MAX);
  for (const { term, edits } of best) offer(options, term, edits === 1 ? ONE_EDIT : TWO_EDITS);
}

/** 'giftcard' in the question, 'gift card' in the texts. */
function takeApart(word: string, index: SearchIndex, options: Options): void {
  if (word.length < SPLIT_MIN) return;
  for (let cut = SPLIT_PART_MIN; cut <= word.length - SPLIT_PART_MIN; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (index.vocabulary.termOf(head) === undefined || index.vocabulary.termOf(tail) === undefined) continue;
    for (const part of [head, tail]) {
      const term = index.termOf(stemOf(part));
      if (term !== undefined) offer(options, term, JOINED);
    }
    return;
  }
}

/** 'gift card' in the question, 'giftcard' in the texts. */
function joinNext(word: Word, next: Word | undefined, index: SearchIndex, options: Options): void {
  if (!next || next.start < word.end || word.surface.length < 2) return;
  const joined = word.surface + next.surface;
  if (index.vocabulary.termOf(joined) === undefined) return;
  const term = index.termOf(stemOf(joined));
  if (term !== undefined) offer(options, term, JOINED);
}

/** What an unfinished word may become tells as much as all of it together: a rare completion must not win by rarity. */
function slotOf(stem: string, options: Options, index: SearchIndex, unfinished: boolean): Slot {
  const terms = [...options.keys()];
  const together = terms.reduce((sum, term) => sum + index.documentsWith(term), 0);
  const shared = inverseFrequency(index.size, Math.min(together, index.size));
  return {
    isStop: isStopStem(stem),
    options: [...options].map(([term, weight]) => ({
      term,
      weight,
      idf: unfinished ? shared : index.idfOf(term),
    })),
  };
}
