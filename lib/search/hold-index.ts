import { Index } from 'flexsearch';
import { Vocabulary } from '@/lib/search/hold-vocabulary';
import { FIELD_WEIGHTS, FIELDS, inverseFrequency, type Rankable, weightedLength } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';
import { wordsOf } from '@/lib/search/split-words';

/** What the index is given: one row of `SearchDocument`. Texts are plain. */
export type IndexedRow = {
  seq: number;
  kind: SearchKind;
  subjectId: string;
  title: string;
  keywords: string;
  category: string;
  tags: string;
  body: string;
  solved: boolean;
};

export type IndexedDocument = Rankable & { kind: SearchKind; subjectId: string };

/** FlexSearch is not asked to forget (that walks the whole index): a changed document has a new number, the old one is
 * passed over, and from this many passed-over ones on everything is laid out anew. */
const STALE_MIN = 500;
/** Documents that one look-up of one word may bring. A word with more tells nearly nothing. */
const LOOKUP_MAX = 10_000;

/** The index of one process: FlexSearch finds the candidates, our rules rank them. Knows nothing of the database. */
export class SearchIndex {
  readonly vocabulary = new Vocabulary();
  readonly #documents = new Map<number, IndexedDocument>();
  readonly #numbers = new Map<string, number>();
  readonly #terms = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #frequencies: number[] = [];
  #fields = newFields();
  #stale = 0;
  #totalLength = 0;

  get size(): number {
    return this.#documents.size;
  }

  get averageLength(): number {
    return this.#documents.size === 0 ? 0 : this.#totalLength / this.#documents.size;
  }

  /** Adds a document, in the place of what was known under its subject. */
  put(row: IndexedRow): void {
    const key = keyOf(row.kind, row.subjectId);
    if (this.#numbers.get(key) === row.seq) return;
    this.remove(row.kind, row.subjectId);
    const texts = [row.title, row.keywords, `${row.category} ${row.tags}`, row.body];
    const terms = texts.map((text) => this.#read(text));
    const doc = { kind: row.kind, subjectId: row.subjectId, solved: row.solved, terms };
    this.#documents.set(row.seq, doc);
    this.#numbers.set(key, row.seq);
    this.#totalLength += weightedLength(doc);
    for (const term of new Set(terms.flatMap((list) => [...list]))) {
      this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
    }
    this.#lay(row.seq, doc);
  }

  /** Forgets a document; unknown ones are forgotten already. */
  remove(kind: SearchKind, subjectId: string): void {
    const key = keyOf(kind, subjectId);
    const number = this.#numbers.get(key);
    const doc = number === undefined ? undefined : this.#documents.get(number);
    if (number === undefined || !doc) return;
    this.#numbers.delete(key);
    this.#documents.delete(number);
    this.#totalLength -= weightedLength(doc);
    for (const term of new Set(doc.terms.flatMap((list) => [...list]))) {
      this.#frequencies[term] = (this.#frequencies[term] ?? 1) - 1;
    }
    this.#stale += 1;
    if (this.#stale > STALE_MIN + this.#documents.size) this.#layAnew();
  }

  /** The number of a stem that some document has now, or undefined. */
  termOf(stem: string): number | undefined {
    const term = this.#terms.get(stem);
    return term !== undefined && this.documentsWith(term) > 0 ? term : undefined;
  }

  /** The stem that a term stands for. */
  stemOf(term: number): string {
    return this.#stems[term] ?? '';
  }

  /** How many documents have a term. */
  documentsWith(term: number): number {
    return this.#frequencies[term] ?? 0;
  }

  /** How much a term tells. */
  idfOf(term: number): number {
    return inverseFrequency(this.size, this.documentsWith(term));
  }

  /** The documents that have any of the terms, the likeliest first: one look-up per term and field, summed. */
  candidates(
    terms: readonly { term: number; weight: number }[],
    kind: SearchKind | null,
    most: number,
  ): IndexedDocument[] {
    const scores = new Map<number, number>();
    for (const { term, weight } of terms) {
      const stem = this.#stems[term] ?? '';
      FIELDS.forEach((field, index) => {
        const points = weight * this.idfOf(term) * FIELD_WEIGHTS[field];
        for (const number of this.#fields[index]?.search(stem, { limit: LOOKUP_MAX }) ?? []) {
          scores.set(Number(number), (scores.get(Number(number)) ?? 0) + points);
        }
      });
    }
    const living = [...scores].flatMap(([number, points]) => {
      const doc = this.#documents.get(number);
      return doc && (kind === null || doc.kind === kind) ? [{ doc, points, number }] : [];
    });
    living.sort((a, b) => b.points - a.points || b.number - a.number);
    return living.slice(0, most).map(({ doc }) => doc);
  }

  #read(text: string): Uint32Array {
    const terms: number[] = [];
    for (const word of wordsOf(text)) {
      for (const stem of word.stems) terms.push(this.#numberOf(stem));
      const [stem] = word.stems;
      if (word.stems.length === 1 && stem !== undefined) {
        this.vocabulary.add(word.surface, this.#numberOf(stem));
      }
    }
    return Uint32Array.from(terms);
  }

  #numberOf(stem: string): number {
    const known = this.#terms.get(stem);
    if (known !== undefined) return known;
    const number = this.#stems.push(stem) - 1;
    this.#terms.set(stem, number);
    return number;
  }

  #lay(number: number, doc: IndexedDocument): void {
    doc.terms.forEach((terms, index) => {
      if (terms.length === 0) return;
      const stems = Array.from(new Set(terms), (term) => this.#stems[term] ?? '');
      this.#fields[index]?.add(number, stems.join(' '));
    });
  }

  #layAnew(): void {
    this.#fields = newFields();
    this.#stale = 0;
    for (const [number, doc] of this.#documents) this.#lay(number, doc);
  }
}

function newFields(): Index[] {
  // The words come ready: split, folded and stemmed. One slot per word instead of nine: the places of words are ours to
  // weigh, and over 10,000 threads it takes 280 MB where nine took 470.
  return FIELDS.map(
    () => new Index({ tokenize: 'strict', resolution: 1, encode: (words) => words.split(' ') }),
  );
}

function keyOf(kind: SearchKind, subjectId: string): string {
  return `${kind}:${subjectId}`;
}
