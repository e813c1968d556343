import { editDistance, editsAllowed } from '@/lib/search/rules';

type Entry = { word: string; term: number; letters: number };

/** Longer prefixes than two letters are found by looking through the bucket of the first two. */
const BUCKET = 2;
const LETTERS_ONLY = /^\p{L}+$/u;

/**
 * The words that texts are written with, as they are spelled there; for completing the word being typed and for
 * finding the word that was meant. Words are only ever added; whether one still occurs is the index's to say.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #byStart = new Map<string, Entry[]>();
  readonly #byLength = new Map<number, Entry[]>();

  /** Remembers a word and the term it is looked up by. */
  add(word: string, term: number): void {
    if (this.#words.has(word)) return;
    this.#words.set(word, term);
    const entry = { word, term, letters: lettersOf(word) };
    pushTo(this.#byStart, word.slice(0, BUCKET), entry);
    if (LETTERS_ONLY.test(word)) pushTo(this.#byLength, word.length, entry);
  }

  /** The term of a word that some text has, or undefined. */
  termOf(word: string): number | undefined {
    return this.#words.get(word);
  }

  /** Terms of words that begin so; from two characters on, since one says nothing. */
  startingWith(prefix: string): { word: string; term: number }[] {
    if (prefix.length < BUCKET) return [];
    const bucket = this.#byStart.get(prefix.slice(0, BUCKET)) ?? [];
    return bucket.filter((entry) => entry.word.startsWith(prefix));
  }

  /** Words that differ from this one by few enough edits, with how many. Codes and numbers are meant as typed. */
  near(word: string): { word: string; term: number; edits: number }[] {
    const max = editsAllowed(word.length);
    if (max === 0 || !LETTERS_ONLY.test(word)) return [];
    const letters = lettersOf(word);
    const found: { word: string; term: number; edits: number }[] = [];
    for (let length = word.length - max; length <= word.length + max; length += 1) {
      for (const entry of this.#byLength.get(length) ?? []) {
        // An edit changes at most two letters of the set, so most words are ruled out by one subtraction of bits.
        if (bitsIn(entry.letters ^ letters) > 2 * max) continue;
        const edits = editDistance(word, entry.word, max);
        if (edits <= max) found.push({ word: entry.word, term: entry.term, edits });
      }
    }
    return found;
  }
}

function pushTo<Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

/** Which letters occur in a word, as bits; letters of one script rarely share a bit. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitsIn(value: number): number {
  let rest = value;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
