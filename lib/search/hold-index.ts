import { type Levels, Postings } from '@/lib/search/hold-postings';
import { type Stretch, Tape } from '@/lib/search/hold-tape';
import { Vocabulary } from '@/lib/search/hold-vocabulary';
import type { Language } from '@/lib/search/languages';
import { FIELD_WEIGHTS, levelOf, rarity, saturated, valueAt } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';
import { endsSentence, stemsOf, type Word, wordsOf } from '@/lib/search/split-words';
import { languageOf } from '@/lib/search/stem-words';
import { trigramsOf } from '@/lib/search/trigrams';

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
  /** When the row was written. */
  at: Date;
};

/** A document as the index holds it: numbers into its tape. */
export type IndexedDocument = {
  number: number;
  seq: number;
  kind: SearchKind;
  subjectId: string;
  /** When its row was written, ms since 1970. */
  at: number;
  stretch: Stretch;
  /** Where each field ends, counted from the stretch's start, in the order of FIELDS. */
  ends: readonly number[];
  /** Words, weighted by field. */
  length: number;
};

/** Stands between two sentences on the tape. */
export const SENTENCE_END = 0;

/** FlexSearch is not asked to forget (that walks the whole index): a changed document has a new number, the old one is
 * passed over. With this many passed-over ones beside as many living the index is worn and should be laid anew. */
const STALE_MIN = 500;

/** The index of one process: FlexSearch finds the candidates, our rules rank them. Knows nothing of the database. */
export class SearchIndex {
  readonly languages: readonly Language[];
  readonly vocabulary = new Vocabulary();
  readonly tape = new Tape();
  readonly #documents: (IndexedDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #terms = new Map<string, number>();
  readonly #stems: string[] = [''];
  readonly #frequencies: number[] = [0];
  readonly #trigrams: number[][] = [];
  readonly #postings = new Postings();
  #points = new Float32Array(1024);
  #totalLength = 0;

  /** @param languages of the shop, the usual one first */
  constructor(languages: readonly Language[] = ['en']) {
    this.languages = languages;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** Terms are numbered below this. */
  get termCount(): number {
    return this.#stems.length;
  }

  get averageLength(): number {
    return this.size === 0 ? 0 : this.#totalLength / this.size;
  }

  /** Whether passed-over documents take more room than living ones. */
  get isWorn(): boolean {
    return this.#documents.length - this.size > STALE_MIN + this.size;
  }

  /** Adds a document, in the place of what was known under its subject. */
  put(row: IndexedRow): void {
    const known = this.find(row.kind, row.subjectId);
    if (known?.seq === row.seq && known.at === row.at.getTime()) return;
    this.remove(row.kind, row.subjectId);
    const texts = [row.title, row.keywords, `${row.category}\n${row.tags}`, row.body];
    const words = texts.map(wordsOf);
    const language = languageOf(
      words.flat().map((word) => word.surface),
      this.languages,
    );
    const terms: number[] = [];
    const ends: number[] = [];
    let length = 0;
    words.forEach((list, field) => {
      length += this.#read(texts[field] ?? '', list, language, terms) * (FIELD_WEIGHTS[field] ?? 1);
      ends.push(terms.length);
    });
    const { seq, kind, subjectId } = row;
    const [number, at] = [this.#documents.length, row.at.getTime()];
    this.keep({ number, seq, kind, subjectId, at, stretch: this.tape.write(terms), ends, length });
  }

  /** Forgets a document; unknown ones are forgotten already. */
  remove(kind: SearchKind, subjectId: string): void {
    const doc = this.find(kind, subjectId);
    if (!doc) return;
    this.#numbers.delete(keyOf(kind, subjectId));
    this.#documents[doc.number] = undefined;
    this.#totalLength -= doc.length;
    const seen = new Set(this.tape.read(doc.stretch));
    seen.delete(SENTENCE_END);
    for (const term of seen) this.#frequencies[term] = (this.#frequencies[term] ?? 1) - 1;
  }

  /** What is known of a subject. */
  find(kind: SearchKind, subjectId: string): IndexedDocument | undefined {
    return this.#documents[this.#numbers.get(keyOf(kind, subjectId)) ?? -1];
  }

  /** All living documents, in the order in which they came. */
  documents(): IndexedDocument[] {
    return this.#documents.filter((doc) => doc !== undefined);
  }

  /** The documents of a term by level, passed-over ones included. */
  postingsOf(term: number): Levels {
    return this.#postings.of(this.stemOf(term));
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
  rarityOf(term: number): number {
    return rarity(this.size, this.documentsWith(term));
  }

  /** Three letters in a row of a term's stem, made when first asked for: only words of titles are. */
  trigramsOf(term: number): readonly number[] {
    let found = this.#trigrams[term];
    if (!found) {
      found = trigramsOf(this.stemOf(term));
      this.#trigrams[term] = found;
    }
    return found;
  }

  /** The documents that have any of the terms, the likeliest first: one look-up a term, the levels summed.
   * @param wanted terms with how much each tells in this question */
  candidates(
    wanted: readonly { term: number; points: number }[],
    kind: SearchKind | null,
    most: number,
  ): IndexedDocument[] {
    if (this.#points.length < this.#documents.length) {
      this.#points = new Float32Array(2 * this.#documents.length);
    }
    const sums = this.#points;
    const touched: number[] = [];
    for (const { term, points } of wanted) {
      this.postingsOf(term).forEach((numbers, level) => {
        const add = points * valueAt(level);
        for (const number of numbers) {
          const before = sums[number] ?? 0;
          if (before === 0) touched.push(number);
          sums[number] = before + add;
        }
      });
    }
    const best = this.#best(touched, sums, kind, most);
    for (const number of touched) sums[number] = 0;
    return best;
  }

  #best(
    touched: readonly number[],
    sums: Float32Array,
    kind: SearchKind | null,
    most: number,
  ): IndexedDocument[] {
    const best: Candidate[] = [];
    let floor = 0;
    for (const number of touched) {
      const points = sums[number] ?? 0;
      if (points < floor) continue;
      const doc = this.#documents[number];
      if (!doc || (kind !== null && doc.kind !== kind)) continue;
      best.push({ doc, points });
      // Sorting now and then is cheaper than keeping order at every step.
      if (best.length >= 4 * most) {
        best.sort(byPoints);
        best.length = most;
        floor = best[most - 1]?.points ?? 0;
      }
    }
    best.sort(byPoints);
    return best.slice(0, most).map(({ doc }) => doc);
  }

  /** Takes in a stem with its documents as they were saved; stems are numbered in the order in which they come. */
  restoreTerm(stem: string, levels: Levels): void {
    this.#frequencies[this.numberOf(stem)] = levels.reduce((sum, numbers) => sum + numbers.length, 0);
    this.#postings.restore(stem, levels);
  }

  /** Takes in documents as they were saved; their terms stand on the tape already. */
  restoreDocuments(docs: readonly IndexedDocument[]): void {
    for (const doc of docs) this.#register(doc);
    this.#postings.restoreNumbers(docs.map((doc) => doc.number));
  }

  /** Writes a text's terms to `into`, with a mark after each sentence. @returns how many there are */
  #read(text: string, words: readonly Word[], language: Language, into: number[]): number {
    let count = 0;
    let before: Word | null = null;
    for (const word of words) {
      if (before && endsSentence(text, before, word)) into.push(SENTENCE_END);
      const stems = stemsOf(word.surface, language);
      for (const stem of stems) into.push(this.numberOf(stem));
      count += stems.length;
      const [stem] = stems;
      if (stems.length === 1 && stem !== undefined) this.vocabulary.add(word.surface, this.numberOf(stem));
      before = word;
    }
    into.push(SENTENCE_END);
    return count;
  }

  /** The number of a stem; a new one where it has none. */
  numberOf(stem: string): number {
    const known = this.#terms.get(stem);
    if (known !== undefined) return known;
    const number = this.#stems.push(stem) - 1;
    this.#terms.set(stem, number);
    this.#frequencies.push(0);
    return number;
  }

  /** Takes in a document whose terms stand on the tape. */
  keep(doc: IndexedDocument): void {
    this.#register(doc);
    const levels = new Map<string, number>();
    for (const [term, weight] of this.#weightsIn(doc)) {
      this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
      levels.set(this.stemOf(term), levelOf(saturated(weight, doc.length, this.averageLength)));
    }
    this.#postings.add(doc.number, levels);
  }

  #register(doc: IndexedDocument): void {
    this.#documents.push(doc);
    this.#numbers.set(keyOf(doc.kind, doc.subjectId), doc.number);
    this.#totalLength += doc.length;
  }

  /** How often each term stands in a document, each time as much as its field weighs. */
  #weightsIn(doc: IndexedDocument): Map<number, number> {
    const weights = new Map<number, number>();
    const terms = this.tape.read(doc.stretch);
    let place = 0;
    doc.ends.forEach((end, field) => {
      for (; place < end; place += 1) {
        const term = terms[place] ?? SENTENCE_END;
        if (term !== SENTENCE_END) weights.set(term, (weights.get(term) ?? 0) + (FIELD_WEIGHTS[field] ?? 1));
      }
    });
    return weights;
  }
}

type Candidate = { doc: IndexedDocument; points: number };

/** The newer row first where the points are the same, in every process and on both databases. */
function byPoints(a: Candidate, b: Candidate): number {
  return b.points - a.points || b.doc.seq - a.doc.seq;
}

function keyOf(kind: SearchKind, subjectId: string): string {
  return `${kind}:${subjectId}`;
}
