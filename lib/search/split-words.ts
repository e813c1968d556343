import type { Language } from '@/lib/search/languages';
import { stemIn } from '@/lib/search/stem-words';
import { foldForComparison } from '@/lib/text';

/** A word as it stands in a text, with its place. */
export type Word = {
  start: number;
  end: number;
  /** Folded, whole: 'Cafés' → 'cafes'. */
  surface: string;
};

/** Letters with their marks, digits, and what stands inside words without being one of them (apostrophe, joiners). */
const RAW_WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’ʼ＇\u00AD\u200B-\u200D\u2060\uFEFF])*/gu;
const INSIDE = /['ʼ’\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Written without spaces: looked up by pairs of characters, which needs no dictionary. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const HAS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTERS_ONLY = /^\p{L}+$/u;
const HYPHENS = new Set(['-', '\u2010', '\u2011']);
/** A pasted key or a line of base64 is one "word"; its start is enough. */
const WORD_MAX = 64;
/** What ends a sentence between two words; a line always does. */
const SENTENCE_END = /[.!?…。！？]["'”’)\]]*\s|\n/;

/** Folding and stemming cost far more than a look-up, and texts repeat their words. Cleared when full. */
const CACHE_MAX = 100_000;
const surfaces = new Map<string, string>();
const stems = new Map<Language, Map<string, readonly string[]>>();

/** The words of a text in order. A hyphenated one comes apart and as one: 'e-mail' → e, mail, email. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: Word | null = null;
  for (const match of text.matchAll(RAW_WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = { start, end, surface: surfaceOf(match[0]) };
    if (word.surface === '') continue;
    words.push(word);
    if (before && before.end + 1 === start && HYPHENS.has(text.charAt(before.end))) {
      words.push({ start: before.start, end, surface: surfaceOf(before.surface + word.surface) });
    }
    before = word;
  }
  return words;
}

/** Whether a sentence or line ends between two neighbouring words of a text. */
export function endsSentence(text: string, before: Word, next: Word): boolean {
  const gap = next.start - before.end;
  if (gap === 1) return text.charAt(before.end) === '\n';
  return gap > 1 && SENTENCE_END.test(text.slice(before.end, next.start));
}

/** What a folded word is looked up by: its stem; several stems for a script without spaces; a code or number as it is. */
export function stemsOf(surface: string, language: Language): readonly string[] {
  let known = stems.get(language);
  if (!known) {
    known = new Map();
    stems.set(language, known);
  }
  const found = known.get(surface);
  if (found) return found;
  if (known.size >= CACHE_MAX) known.clear();
  const made = makeStems(surface, language);
  known.set(surface, made);
  return made;
}

/** Whether a word is letters alone: codes and numbers are meant as they were typed. */
export function isLetters(surface: string): boolean {
  return LETTERS_ONLY.test(surface);
}

function surfaceOf(raw: string): string {
  const known = surfaces.get(raw);
  if (known !== undefined) return known;
  if (surfaces.size >= CACHE_MAX) surfaces.clear();
  const surface = foldForComparison(raw.slice(0, WORD_MAX)).replace(INSIDE, '');
  surfaces.set(raw, surface);
  return surface;
}

function makeStems(surface: string, language: Language): string[] {
  if (HAS_UNSPACED.test(surface)) return unspacedStems(surface);
  return LETTERS_ONLY.test(surface) ? [stemIn(language, surface)] : [surface];
}

function unspacedStems(surface: string): string[] {
  const found: string[] = [];
  let rest = 0;
  for (const run of surface.matchAll(UNSPACED)) {
    if (run.index > rest) found.push(surface.slice(rest, run.index));
    found.push(...pairsOf([...run[0]]), ...longWordsOf(run[0]));
    rest = run.index + run[0].length;
  }
  if (rest < surface.length) found.push(surface.slice(rest));
  return found;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words that are longer than a pair, as the platform's dictionaries see them: sharing one tells more than its pairs do. */
function longWordsOf(run: string): string[] {
  return Array.from(segmenter.segment(run))
    .filter(({ segment, isWordLike }) => isWordLike && [...segment].length > 2)
    .map(({ segment }) => segment);
}

function pairsOf(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters];
  const pairs: string[] = [];
  for (let i = 0; i < characters.length; i += 1) {
    pairs.push(characters[i] ?? '');
    if (i + 1 < characters.length) pairs.push((characters[i] ?? '') + (characters[i + 1] ?? ''));
  }
  return pairs;
}
