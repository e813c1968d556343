import { Deletes } from '@/lib/search/hold-deletes';
import { editDistance, editsAllowed } from '@/lib/search/rules';
import { isLetters } from '@/lib/search/split-words';

export type KnownWord = { word: string; term: number };

/** Longer prefixes than two letters are found by looking through the bucket of the first two. */
const BUCKET = 2;
/** From this length on two edits are forgiven, so that words that may be meant are kept under more of what they become.
 * A word seen once is as often a slip as a word: it is not worth three times the space. */
const TWO_EDITS_FROM = 6;
/** Measured: a string of usual length, a map's entry, three lists' places and one in a bucket. */
const BYTES_PER_WORD = 120;

/**
 * The words that texts are written with, as they are spelled there; for completing the word being typed and for
 * finding the word that was meant. Words are only ever added; whether one still occurs is the index's to say.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #terms: number[] = [];
  readonly #isFrequent: boolean[] = [];
  readonly #byStart = new Map<string, number[]>();
  readonly #deletes = new Deletes();

  get size(): number {
    return this.#words.length;
  }

  /** About: a word's letters, its places in the lists and the map, and what it becomes. */
  get bytes(): number {
    return this.#words.length * BYTES_PER_WORD + this.#deletes.bytes;
  }

  /** Remembers a word and the term it is looked up by. */
  add(word: string, term: number): void {
    const known = this.#numbers.get(word);
    if (known === undefined) this.#begin(word, term);
    else if (!this.#isFrequent[known]) this.#seeAgain(word, known);
  }

  /** The term of a word that some text has, or undefined. */
  termOf(word: string): number | undefined {
    return this.#terms[this.#numbers.get(word) ?? -1];
  }

  /** All words with their terms and whether they were seen more than once; for saving. */
  *entries(): Generator<KnownWord & { isFrequent: boolean }> {
    for (let number = 0; number < this.#words.length; number += 1) {
      yield { ...this.#at(number), isFrequent: this.#isFrequent[number] ?? false };
    }
  }

  /** Words that begin so; from two characters on, since one says nothing. */
  startingWith(prefix: string): KnownWord[] {
    if (prefix.length < BUCKET) return [];
    const bucket = this.#byStart.get(prefix.slice(0, BUCKET)) ?? [];
    return bucket
      .filter((number) => this.#words[number]?.startsWith(prefix))
      .map((number) => this.#at(number));
  }

  /** Words that differ from this one by few enough edits, with how many. Codes and numbers are meant as typed. */
  near(word: string): (KnownWord & { edits: number })[] {
    const most = editsAllowed(word.length);
    if (most === 0 || !isLetters(word)) return [];
    return [...this.#deletes.near(word, most)]
      .map((number) => this.#at(number))
      .map((known) => ({ ...known, edits: editDistance(word, known.word, most) }))
      .filter(({ edits }) => edits <= most);
  }

  #at(number: number): KnownWord {
    return { word: this.#words[number] ?? '', term: this.#terms[number] ?? 0 };
  }

  #begin(word: string, term: number): void {
    const number = this.#words.push(word) - 1;
    this.#numbers.set(word, number);
    this.#terms.push(term);
    this.#isFrequent.push(false);
    const start = word.slice(0, BUCKET);
    const bucket = this.#byStart.get(start);
    if (bucket) bucket.push(number);
    else this.#byStart.set(start, [number]);
    if (isLetters(word)) this.#deletes.add(word, number, 0, 1);
  }

  #seeAgain(word: string, number: number): void {
    this.#isFrequent[number] = true;
    if (word.length >= TWO_EDITS_FROM && isLetters(word)) this.#deletes.add(word, number, 2, 2);
  }
}
