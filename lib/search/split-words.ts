import { stemmer } from 'stemmer';
import { foldForComparison } from '@/lib/text';

/** A word as it stands in a text, with its place, and what it is looked up by. */
export type Word = {
  start: number;
  end: number;
  /** Folded, whole: 'Cafés' → 'cafes'. */
  surface: string;
  /** What the index knows it by: stems; several for a script without spaces. */
  stems: readonly string[];
};

/** Letters with their marks, digits, and what stands inside words without being one of them (apostrophe, joiners). */
const RAW_WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’ʼ＇\u00AD\u200B-\u200D\u2060\uFEFF])*/gu;
const INSIDE = /['ʼ’\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Written without spaces: looked up by pairs of characters, which needs no dictionary. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const HAS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ENGLISH_LETTERS = /^[a-z]+$/;
const HYPHENS = new Set(['-', '\u2010', '\u2011']);
/** A pasted key or a line of base64 is one "word"; its start is enough. */
const WORD_MAX = 64;

/** Folding and stemming cost far more than a look-up, and texts repeat their words. Cleared when full. */
const CACHE_MAX = 100_000;
const cache = new Map<string, { surface: string; stems: readonly string[] }>();

/** The words of a text in order. A hyphenated one comes apart and as one: 'e-mail' → e, mail, email. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: Word | null = null;
  for (const match of text.matchAll(RAW_WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = { start, end, ...lookUp(match[0]) };
    if (word.surface === '') continue;
    words.push(word);
    if (before && before.end + 1 === start && HYPHENS.has(text.charAt(before.end))) {
      words.push({ start: before.start, end, ...lookUp(before.surface + word.surface) });
    }
    before = word;
  }
  return words;
}

/** What one word (folded already, or not) is looked up by. */
export function stemOf(word: string): string {
  return lookUp(word).stems[0] ?? '';
}

function lookUp(raw: string): { surface: string; stems: readonly string[] } {
  const known = cache.get(raw);
  if (known) return known;
  if (cache.size >= CACHE_MAX) cache.clear();
  const surface = foldForComparison(raw.slice(0, WORD_MAX)).replace(INSIDE, '');
  const found = { surface, stems: surface === '' ? [] : stemsOf(surface) };
  cache.set(raw, found);
  return found;
}

function stemsOf(surface: string): string[] {
  // Codes and numbers are looked up literally, and only English words have English endings.
  if (ENGLISH_LETTERS.test(surface)) return [stemmer(surface)];
  if (!HAS_UNSPACED.test(surface)) return [surface];
  const stems: string[] = [];
  let rest = 0;
  for (const run of surface.matchAll(UNSPACED)) {
    if (run.index > rest) stems.push(surface.slice(rest, run.index));
    stems.push(...pairsOf([...run[0]]));
    rest = run.index + run[0].length;
  }
  if (rest < surface.length) stems.push(surface.slice(rest));
  return stems;
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
