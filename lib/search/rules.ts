import { stemOf } from '@/lib/search/split-words';

/** The fields of a document, in the order of `FIELD_WEIGHTS`. Category and tags are one field. */
export const FIELDS = ['title', 'keywords', 'shelf', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** Starting values of the design (defaults): a word of the title says three times as much as one of the body. */
export const FIELD_WEIGHTS: Record<Field, number> = { title: 3, keywords: 2.8, shelf: 1.5, body: 1 };

/** BM25: how soon repeating a word stops helping, and how much a long text is discounted (reference/search.md). */
const K1 = 2.5;
const B = 0.5;
/** Short questions are made of these words: they count a little and are never dropped. */
export const STOP_WEIGHT = 0.2;
/** Pairs of words that stand together as they were asked. */
const PAIR_WEIGHT = 0.35;
/** How much of the whole question a document answers, beside the sum of its words. */
const COVERAGE_WEIGHT = 0.4;
/** How much of the title was asked for: of two titles with the same words the shorter one is meant. Tuned on the
 * development splits of four FAQ sets (nDCG@10 0.807 without it, 0.823 with 0.7). */
const TITLE_FIT_WEIGHT = 0.7;
/** An answer of the shop, and one that its asker accepted, stand slightly above an open question. */
const ARTICLE_BONUS = 1.06;
const SOLVED_BONUS = 1.06;

const STOP_WORDS =
  'a about after all also am an and any are as at be been but by can cannot could did do does doing dont for from get got had has have having he her here hi him his how i if im in into is it its ive just know like me my no not of on or our out please she should so some that the their them then there these they this those to too up us was we were what when where which who why will with would you your hello thanks thank'.split(
    ' ',
  );
const STOP_STEMS = new Set(STOP_WORDS.map(stemOf));

/** Whether a stem says little by itself. */
export function isStopStem(stem: string): boolean {
  return STOP_STEMS.has(stem);
}

/** How much a word tells: rare words much, words of every document nearly nothing. */
export function inverseFrequency(documents: number, withWord: number): number {
  return Math.log(1 + (documents - withWord + 0.5) / (withWord + 0.5));
}

/** One word of a question: the stems that answer it, each with how surely it is meant (1 = as typed). */
export type Slot = { isStop: boolean; options: { term: number; weight: number; idf: number }[] };

export type Rankable = {
  kind: 'article' | 'thread';
  solved: boolean;
  /** Term numbers in reading order, one list per field in the order of FIELDS. */
  terms: readonly Uint32Array[];
};

/** How well a document answers a question; 0 when it does not. Comparable only within one question.
 * @param averageLength of all documents, weighted as by `weightedLength` */
export function scoreOf(doc: Rankable, slots: readonly Slot[], averageLength: number): number {
  const slotsByTerm = new Map<number, number[]>();
  slots.forEach((slot, index) => {
    for (const option of slot.options) {
      const known = slotsByTerm.get(option.term);
      if (known) known.push(index);
      else slotsByTerm.set(option.term, [index]);
    }
  });
  const frequency = new Map<number, number>();
  const pairs = new Set<number>();
  doc.terms.forEach((terms, field) => {
    const weight = FIELD_WEIGHTS[FIELDS[field] ?? 'body'];
    let before: readonly number[] = [];
    for (const term of terms) {
      const here = slotsByTerm.get(term);
      if (here) {
        frequency.set(term, (frequency.get(term) ?? 0) + weight);
        for (const index of here) if (before.includes(index - 1)) pairs.add(index);
      }
      before = here ?? [];
    }
  });
  const norm = K1 * (1 - B + (B * weightedLength(doc)) / Math.max(averageLength, 1));
  let sum = 0;
  let covered = 0;
  let wanted = 0;
  slots.forEach((slot, index) => {
    const importance = slot.isStop ? STOP_WEIGHT : 1;
    let best = 0;
    let bestIdf = 0;
    let surest = 0;
    for (const { term, weight, idf } of slot.options) {
      surest = Math.max(surest, idf);
      const tf = frequency.get(term) ?? 0;
      const value = (weight * idf * tf * (K1 + 1)) / (tf + norm);
      if (tf > 0 && value > best) {
        best = value;
        bestIdf = idf * weight;
      }
    }
    sum += importance * best;
    covered += importance * bestIdf;
    wanted += importance * surest;
    if (pairs.has(index)) sum += importance * PAIR_WEIGHT * bestIdf;
  });
  if (sum === 0) return 0;
  const coverage = wanted > 0 ? covered / wanted : 0;
  const title = [...(doc.terms[0] ?? [])];
  const fit = title.length > 0 ? title.filter((term) => slotsByTerm.has(term)).length / title.length : 0;
  const standing = (doc.kind === 'article' ? ARTICLE_BONUS : 1) * (doc.solved ? SOLVED_BONUS : 1);
  return sum * (1 - COVERAGE_WEIGHT + COVERAGE_WEIGHT * coverage) * (1 + TITLE_FIT_WEIGHT * fit) * standing;
}

/** The length of a document as BM25 sees it. */
export function weightedLength(doc: Pick<Rankable, 'terms'>): number {
  return doc.terms.reduce(
    (sum, terms, field) => sum + terms.length * FIELD_WEIGHTS[FIELDS[field] ?? 'body'],
    0,
  );
}

/** How many edits are forgiven in a word of this length (defaults: 1 from 4 letters, 2 from 8). */
export function editsAllowed(length: number): 0 | 1 | 2 {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Edits between two words, a swap of neighbours counting as one, as far as `max`; more is `max + 1`. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? max + 1;
}
