import type { SearchIndex } from '@/lib/search/hold-index';
import type { Language } from '@/lib/search/languages';
import { rarity, SURENESS } from '@/lib/search/rules';
import { isLetters, stemsOf, type Word, wordsOf } from '@/lib/search/split-words';
import { languageOf, stopWordsOf } from '@/lib/search/stem-words';
import { NO_SYNONYMS, type Synonyms } from '@/lib/search/synonyms';

/** Words beyond this add noise, not meaning, and each costs time. */
const WORDS_MAX = 40;
/** Completions and corrections considered, those in most documents first. */
const COMPLETIONS_MAX = 12;
const CORRECTIONS_MAX = 4;
/** Shorter words are too like everything to be taken apart. */
const SPLIT_MIN = 6;
const SPLIT_PART_MIN = 3;
/** Words are kin that share so many of their first letters and so much of the stem asked for. */
const KIN_MIN = 6;
const KIN_SHARE = 0.75;
/** 'subscription' is kin of 'subscrib'; a word longer than this is another one that happens to begin so. */
const KIN_LONGER = 4;

/** What answers one word of a question: a term, how surely it is meant (1 = as typed) and how much it tells. */
export type Option = { term: number; sureness: number; rarity: number };
export type Slot = { isStop: boolean; options: Option[] };

/** A question as the index understands it. */
export type Question = {
  /** One for each different word that some document has, in order. */
  slots: Slot[];
  /** Stems to mark in titles and snippets. */
  stems: Set<string>;
  languages: readonly Language[];
  /** What the last word may be the start of, to mark while typing. */
  prefix: string;
  /** The stems in order, unknown ones too. */
  asked: string[];
  /** Whether any word of it tells something; what shares only its stop words is no answer then. */
  isTelling: boolean;
  /** Telling words that nobody here has ever written, even mended. */
  unknown: number;
  /** The query with its misspelt words mended; null where nothing was. */
  meant: string | null;
};

export type Reading = {
  /** The last word may be unfinished. */
  typing?: boolean;
  /** Without it, unknown words stay unknown: for "search instead for what I typed". */
  correct?: boolean;
  synonyms?: Synonyms;
};

/** Reads a cleaned query with the words of an index. */
export function readQuestion(query: string, index: SearchIndex, reading: Reading = {}): Question {
  const { typing = false, correct = true, synonyms = NO_SYNONYMS } = reading;
  const words = wordsOf(query).slice(0, WORDS_MAX);
  const last = words.at(-1);
  // A blank after the last word says that it is finished.
  const unfinished = typing && last !== undefined && last.end === query.length ? last : null;
  const language = languageOf(
    words.map((word) => word.surface),
    index.languages,
  );
  const seen = new Set<string>();
  const slots: Slot[] = [];
  const asked: string[] = [];
  let isTelling = false;
  let unknown = 0;
  const mended: { word: Word; by: string }[] = [];
  words.forEach((word, place) => {
    for (const stem of stemsOf(word.surface, language)) {
      asked.push(stem);
      if (seen.has(stem)) continue;
      seen.add(stem);
      const options = optionsFor(stem, word, language, index, word === unfinished);
      if (options.size === 0 && correct && word !== unfinished) {
        const by = mend(word, index, options);
        if (by !== null) mended.push({ word, by });
      }
      joinNext(word, words[place + 1], language, index, options);
      for (const other of synonyms.of(words, place)) offerWords(other, language, index, options);
      const isStop = stopWordsOf(language).has(word.surface);
      isTelling ||= !isStop;
      if (options.size === 0 && !isStop) unknown += 1;
      if (options.size > 0) slots.push(slotOf(options, isStop, index, word === unfinished));
    }
  });
  const stems = new Set(slots.flatMap((slot) => slot.options.map(({ term }) => index.stemOf(term))));
  return {
    slots,
    stems,
    languages: index.languages,
    prefix: unfinished?.surface ?? '',
    asked,
    isTelling,
    unknown,
    meant: rewritten(query, mended),
  };
}

type Options = Map<number, number>;

function offer(options: Options, term: number | undefined, sureness: number): void {
  if (term !== undefined) options.set(term, Math.max(options.get(term) ?? 0, sureness));
}

function optionsFor(
  stem: string,
  word: Word,
  language: Language,
  index: SearchIndex,
  isUnfinished: boolean,
): Options {
  const options: Options = new Map();
  offer(options, index.termOf(stem), 1);
  for (const other of index.languages) {
    // A question is often too short to tell its language.
    if (other !== language)
      for (const one of stemsOf(word.surface, other)) offer(options, index.termOf(one), 1);
  }
  if (isUnfinished) complete(word.surface, index, options);
  else if (options.size > 0 && isLetters(word.surface)) addKin(stem, index, options);
  return options;
}

function complete(prefix: string, index: SearchIndex, options: Options): void {
  const terms = new Set(index.vocabulary.startingWith(prefix).map((found) => found.term));
  const likeliest = [...terms]
    .filter((term) => index.documentsWith(term) > 0)
    .sort((a, b) => index.documentsWith(b) - index.documentsWith(a))
    .slice(0, COMPLETIONS_MAX);
  for (const term of likeliest) offer(options, term, SURENESS.completed);
}

function addKin(stem: string, index: SearchIndex, options: Options): void {
  if (stem.length < KIN_MIN) return;
  const shared = stem.slice(0, Math.max(KIN_MIN, Math.ceil(stem.length * KIN_SHARE)));
  for (const { term } of index.vocabulary.startingWith(shared)) {
    const other = index.stemOf(term);
    if (!other.startsWith(shared) || other.length > stem.length + KIN_LONGER) continue;
    if (!options.has(term) && index.documentsWith(term) > 0) offer(options, term, SURENESS.kin);
  }
}

/** Offers what a word that no document has may stand for. @returns the likeliest, or null */
function mend(word: Word, index: SearchIndex, options: Options): string | null {
  const found = index.vocabulary.near(word.surface).filter(({ term }) => index.documentsWith(term) > 0);
  const fewest = Math.min(...found.map(({ edits }) => edits));
  const letters = sortedLetters(word.surface);
  const isSwap = (known: string) => Number(sortedLetters(known) === letters);
  const best = found
    .filter(({ edits }) => edits === fewest)
    .sort(
      (a, b) =>
        isSwap(b.word) - isSwap(a.word) ||
        index.documentsWith(b.term) - index.documentsWith(a.term) ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, CORRECTIONS_MAX);
  best.forEach(({ term, edits }, place) => {
    const sureness = edits === 1 ? SURENESS.oneEdit : SURENESS.twoEdits;
    offer(options, term, place === 0 ? sureness : sureness * SURENESS.notTheLikeliest);
  });
  return best[0]?.word ?? takeApart(word.surface, index, options);
}

/** Letters in another order are the slip of fast fingers: 'candel' is a candle sooner than to cancel. */
function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

/** 'giftcard' in the question, 'gift card' in the texts. */
function takeApart(word: string, index: SearchIndex, options: Options): string | null {
  for (let cut = SPLIT_PART_MIN; word.length >= SPLIT_MIN && cut <= word.length - SPLIT_PART_MIN; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const terms = parts.map((part) => index.vocabulary.termOf(part));
    if (!terms.every((term) => term !== undefined && index.documentsWith(term) > 0)) continue;
    for (const term of terms) offer(options, term, SURENESS.joined);
    return parts.join(' ');
  }
  return null;
}

/** 'gift card' in the question, 'giftcard' in the texts. */
function joinNext(
  word: Word,
  next: Word | undefined,
  language: Language,
  index: SearchIndex,
  options: Options,
): void {
  if (!next || next.start < word.end || word.surface.length < 2) return;
  const joined = word.surface + next.surface;
  if (index.vocabulary.termOf(joined) === undefined) return;
  for (const stem of stemsOf(joined, language)) offer(options, index.termOf(stem), SURENESS.joined);
}

function offerWords(
  words: readonly string[],
  language: Language,
  index: SearchIndex,
  options: Options,
): void {
  for (const word of words) {
    for (const stem of stemsOf(word, language)) offer(options, index.termOf(stem), SURENESS.synonym);
  }
}

/** No option tells more than the word that was typed, or a rare relative would win by its rarity; and what an unfinished
 * word may become tells as much as all of it together. */
function slotOf(options: Options, isStop: boolean, index: SearchIndex, isUnfinished: boolean): Slot {
  const terms = [...options.keys()];
  const together = terms.reduce((sum, term) => sum + index.documentsWith(term), 0);
  const [first = 0] = terms;
  const most = isUnfinished
    ? rarity(index.size, Math.min(together, index.size))
    : options.get(first) === 1
      ? index.rarityOf(first)
      : Number.POSITIVE_INFINITY;
  return {
    isStop,
    options: [...options].map(([term, sureness]) => ({
      term,
      sureness,
      rarity: Math.min(most, index.rarityOf(term)),
    })),
  };
}

function rewritten(query: string, mended: readonly { word: Word; by: string }[]): string | null {
  if (mended.length === 0) return null;
  let text = query;
  for (const { word, by } of mended.toReversed())
    text = text.slice(0, word.start) + by + text.slice(word.end);
  return text;
}
