import { SENTENCE_MARK } from '@/lib/search/full-text-rows';
import { SENTENCE_END, SearchIndex } from '@/lib/search/hold-index';
import { Tape } from '@/lib/search/hold-tape';
import { type KnownWord, Vocabulary } from '@/lib/search/hold-vocabulary';
import type { Language } from '@/lib/search/languages';
import { editsAllowed } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';
import { isLetters } from '@/lib/search/split-words';

/** What an index was asked and does not know yet. */
export type Unknown = {
  stems: Set<string>;
  words: Set<string>;
  prefixes: Set<string>;
  misspelt: Set<string>;
};

/** A document as it is kept: the stems of each field between blanks. */
export type KeptDocument = {
  seq: number;
  kind: SearchKind;
  subjectId: string;
  length: number;
  fields: readonly string[];
};

/** A few documents, shorter than this together, need no chunk of megabytes. */
const SMALL_CHUNK = 65_536;

/** An index that holds a few documents of a large collection and judges as if it held all: it is told how many documents
 * have a word. What it is asked and was not told it notes in `unknown`, so that it can be told and asked again. */
export class PartialIndex extends SearchIndex {
  override readonly tape = new Tape(SMALL_CHUNK);
  override readonly vocabulary: AskedVocabulary;
  readonly unknown: Unknown = {
    stems: new Set(),
    words: new Set(),
    prefixes: new Set(),
    misspelt: new Set(),
  };
  readonly #documentsWith = new Map<string, number>();
  readonly #whole: { size: number; averageLength: number };
  #held = 0;

  constructor(languages: readonly Language[], whole: { size: number; averageLength: number }) {
    super(languages);
    this.vocabulary = new AskedVocabulary(this.unknown);
    this.#whole = whole;
  }

  override get size(): number {
    return this.#whole.size;
  }

  override get averageLength(): number {
    return this.#whole.averageLength;
  }

  /** Says how many documents of the collection have a stem. */
  tell(stem: string, documents: number): void {
    this.#documentsWith.set(stem, documents);
  }

  /** Says that texts have a word, which stands for a stem. */
  tellWord(word: string, stem: string, documents: number): void {
    this.tell(stem, documents);
    const term = this.numberOf(stem);
    this.vocabulary.add(word, term);
    // A word of several documents is looked for with two edits as well.
    if (documents > 1) this.vocabulary.add(word, term);
  }

  override termOf(stem: string): number | undefined {
    const documents = this.#documentsWith.get(stem);
    if (documents === undefined) this.unknown.stems.add(stem);
    return (documents ?? 0) > 0 ? this.numberOf(stem) : undefined;
  }

  override documentsWith(term: number): number {
    return this.#documentsWith.get(this.stemOf(term)) ?? super.documentsWith(term);
  }

  /** Whether it was told of a stem. */
  knows(stem: string): boolean {
    return this.#documentsWith.has(stem);
  }

  /** Takes in a document of the collection. */
  putKept({ seq, kind, subjectId, length, fields }: KeptDocument): void {
    const terms: number[] = [];
    const ends = fields.map((text) => {
      for (const stem of text.split(' ')) {
        if (stem !== '') terms.push(stem === SENTENCE_MARK ? SENTENCE_END : this.numberOf(stem));
      }
      return terms.length;
    });
    const stretch = this.tape.write(terms);
    this.keep({ number: this.#held, seq, kind, subjectId, at: 0, stretch, ends, length });
    this.#held += 1;
  }
}

/** Notes what it is asked for the first time. */
class AskedVocabulary extends Vocabulary {
  readonly #unknown: Unknown;
  readonly #asked = new Set<string>();

  constructor(unknown: Unknown) {
    super();
    this.#unknown = unknown;
  }

  /** Says that everything about this was told: what it is and what was asked. */
  answered(what: keyof Unknown, text: string): void {
    this.#asked.add(`${what} ${text}`);
  }

  override termOf(word: string): number | undefined {
    this.#note('words', word);
    return super.termOf(word);
  }

  override startingWith(prefix: string): KnownWord[] {
    if (prefix.length > 1) this.#note('prefixes', prefix);
    return super.startingWith(prefix);
  }

  override near(word: string): (KnownWord & { edits: number })[] {
    if (editsAllowed(word.length) > 0 && isLetters(word)) this.#note('misspelt', word);
    return super.near(word);
  }

  #note(what: keyof Unknown, text: string): void {
    if (!this.#asked.has(`${what} ${text}`)) this.#unknown[what].add(text);
  }
}
