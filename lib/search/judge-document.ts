import { type IndexedDocument, SENTENCE_END, type SearchIndex } from '@/lib/search/hold-index';
import type { Question } from '@/lib/search/read-question';
import { FIELD_WEIGHTS, FIELDS, saturated, WEIGHTS } from '@/lib/search/rules';
import { stemsOf, wordsOf } from '@/lib/search/split-words';
import { stopWordsOf } from '@/lib/search/stem-words';
import { trigramsOf } from '@/lib/search/trigrams';

/** Why a document ranks where it does: points by name; their sum is the score. */
export type Judgement = {
  words: number;
  passage: number;
  title: number;
  pairs: number;
  letters: number;
  own: number;
};

/** What a question makes of each term, laid out so that looking at a term of a document is one step. Kept with the
 * index, since making it anew for each question would cost more than the question. */
type Desk = { slotOf: Int16Array; worthOf: Float32Array };
const desks = new WeakMap<SearchIndex, Desk>();

/** Judges documents for one question. Call `close` when done: the desk is needed for the next question. */
export class Judge {
  readonly #index: SearchIndex;
  readonly #question: Question;
  readonly #desk: Desk;
  /** How much each slot tells at most. */
  readonly #gains: Float64Array;
  readonly #importance: Float64Array;
  readonly #total: number;
  readonly #letters: ReadonlySet<number>;
  /** Terms of the asker's own products. */
  readonly #own: ReadonlySet<number>;
  /** What the telling words of the question tell together, unknown ones too; and how much of it one sentence has. */
  readonly #telling: number;
  #shared = 0;
  // Used anew for each document.
  readonly #weights: Float64Array;
  readonly #best: Float64Array;
  readonly #sentence: Int32Array;
  readonly #isPair: Uint8Array;

  /** @param own names of the asker's products */
  constructor(index: SearchIndex, question: Question, own: readonly string[] = []) {
    const count = question.slots.length;
    this.#index = index;
    this.#question = question;
    this.#desk = deskOf(index);
    this.#gains = new Float64Array(count);
    this.#importance = new Float64Array(count);
    this.#weights = new Float64Array(count);
    this.#best = new Float64Array(count);
    this.#sentence = new Int32Array(count);
    this.#isPair = new Uint8Array(count);
    let total = 0;
    let telling = 0;
    let known = 0;
    question.slots.forEach((slot, i) => {
      const importance = slot.isStop ? WEIGHTS.stopWord : 1;
      let most = 0;
      for (const { term, sureness, rarity } of slot.options) {
        const value = sureness * rarity;
        most = Math.max(most, value);
        if (this.#desk.slotOf[term] !== 0) continue;
        this.#desk.slotOf[term] = i + 1;
        this.#desk.worthOf[term] = importance * value;
      }
      this.#importance[i] = importance;
      this.#gains[i] = importance * most;
      total += importance * most;
      if (slot.isStop) return;
      telling += most;
      known += 1;
    });
    this.#total = total;
    // A word that nobody has written is taken to tell as much as the others do.
    this.#telling = telling * (1 + question.unknown / Math.max(known, 1));
    this.#letters = new Set(question.asked.flatMap(trigramsOf));
    this.#own = termsNaming(index, own);
  }

  /** Clears the desk. */
  close(): void {
    for (const slot of this.#question.slots) {
      for (const { term } of slot.options) this.#desk.slotOf[term] = 0;
    }
  }

  /** How well a document answers the question. */
  judge(doc: IndexedDocument): Judgement {
    const { slotOf, worthOf } = this.#desk;
    const weights = this.#weights.fill(0);
    const best = this.#best.fill(0);
    const sentences = this.#sentence.fill(0);
    const isPair = this.#isPair.fill(0);
    const terms = this.#index.tape.read(doc.stretch);
    let passage = 0;
    let worthBefore = 0;
    let sentence = 1;
    let begin = 0;
    let gain = 0;
    let told = 0;
    this.#shared = 0;
    let before = -2;
    let place = 0;
    for (let field = 0; field < FIELDS.length; field += 1) {
      const end = doc.ends[field] ?? place;
      const fieldWeight = FIELD_WEIGHTS[field] ?? 1;
      for (; place < end; place += 1) {
        const term = terms[place] as number;
        if (term === SENTENCE_END) {
          const carried = WEIGHTS.passageBefore * worthBefore;
          const worth = gain > 0 ? this.#worthOfSentence(terms, begin, place, gain, passage - carried) : 0;
          passage = Math.max(passage, worth + carried);
          worthBefore = worth;
          this.#shared = Math.max(this.#shared, told);
          told = 0;
          sentence += 1;
          begin = place + 1;
          gain = 0;
          before = -2;
          continue;
        }
        const slot = (slotOf[term] as number) - 1;
        if (slot >= 0) {
          const value = worthOf[term] as number;
          weights[slot] = (weights[slot] as number) + fieldWeight;
          if (value > (best[slot] as number)) best[slot] = value;
          if (sentences[slot] !== sentence) {
            sentences[slot] = sentence;
            gain += value;
            if (this.#importance[slot] === 1) told += value;
          }
          if (before === slot - 1) isPair[slot] = 1;
        }
        before = slot >= 0 ? slot : -2;
      }
    }
    const whole = this.#whole(doc);
    const own = this.#own.size > 0 && this.#speaksOfOwn(doc, terms) ? WEIGHTS.own * whole.words : 0;
    return { ...whole, passage: WEIGHTS.passage * passage, ...this.#title(doc, terms), own };
  }

  /** How much of what the question tells stands in one sentence of the document judged last, from 0 to 1; words that no
   * document has are a part of the question too. */
  get share(): number {
    return this.#telling > 0 ? Math.min(1, this.#shared / this.#telling) : 0;
  }

  /** Whether the document judged last shares more with the question than stop words, if that has more. */
  get sharesWhatTells(): boolean {
    if (!this.#question.isTelling) return true;
    return this.#question.slots.some((slot, i) => !slot.isStop && this.#weights[i] !== 0);
  }

  /** What a sentence answers, discounted by its length, and more where it says little else; less exactly where even that
   * would not be more than `toBeat`. */
  #worthOfSentence(terms: Uint32Array, begin: number, end: number, gain: number, toBeat: number): number {
    const { passageB, passageWords, passageFit } = WEIGHTS;
    const worth = gain / (1 - passageB + (passageB * (end - begin)) / passageWords);
    if (worth * (1 + passageFit) <= toBeat) return worth;
    let all = 0;
    for (let i = begin; i < end; i += 1) all += this.#index.rarityOf(terms[i] as number);
    return worth * (1 + passageFit * Math.min(1, gain / Math.max(all, 1e-9)));
  }

  /** The words of the question in all of the document, and those that stand together. */
  #whole(doc: IndexedDocument): { words: number; pairs: number } {
    const average = this.#index.averageLength;
    let words = 0;
    let pairs = 0;
    for (let slot = 0; slot < this.#weights.length; slot += 1) {
      const weight = this.#weights[slot] as number;
      if (weight === 0) continue;
      words += (this.#best[slot] as number) * saturated(weight, doc.length, average) * (WEIGHTS.k1 + 1);
      if (this.#isPair[slot]) pairs += ((this.#gains[slot] as number) + (this.#gains[slot - 1] ?? 0)) / 2;
    }
    return { words, pairs: WEIGHTS.pair * pairs };
  }

  /** Whether the title, the keywords or the tags name something the asker bought, by more than the question's words. */
  #speaksOfOwn(doc: IndexedDocument, terms: Uint32Array): boolean {
    const end = doc.ends[FIELDS.indexOf('shelf')] ?? 0;
    for (let place = 0; place < end; place += 1) {
      const term = terms[place] as number;
      if (this.#own.has(term) && this.#desk.slotOf[term] === 0) return true;
    }
    return false;
  }

  /** What the title answers, by words and by letters. */
  #title(doc: IndexedDocument, terms: Uint32Array): { title: number; letters: number } {
    const { slotOf, worthOf } = this.#desk;
    const seen = new Set<number>();
    let gain = 0;
    let all = 0;
    let shared = 0;
    let letters = 0;
    for (let place = 0; place < (doc.ends[0] ?? 0); place += 1) {
      const term = terms[place] as number;
      if (term === SENTENCE_END) continue;
      all += this.#index.rarityOf(term);
      for (const trigram of this.#index.trigramsOf(term)) {
        letters += 1;
        if (this.#letters.has(trigram)) shared += 1;
      }
      const slot = slotOf[term] as number;
      if (slot === 0 || seen.has(slot)) continue;
      seen.add(slot);
      gain += worthOf[term] as number;
    }
    const fit = all > 0 ? Math.min(1, gain / all) : 0;
    const alike = letters > 0 ? (2 * shared) / (letters + this.#letters.size) : 0;
    return {
      title: WEIGHTS.title * gain * fit ** WEIGHTS.titleFit,
      letters: WEIGHTS.trigram * alike * this.#total,
    };
  }
}

function deskOf(index: SearchIndex): Desk {
  const known = desks.get(index);
  if (known && known.slotOf.length >= index.termCount) return known;
  const size = 2 * index.termCount;
  const desk = { slotOf: new Int16Array(size), worthOf: new Float32Array(size) };
  desks.set(index, desk);
  return desk;
}

/** A word of a product's name that more documents than this share of all have ("set", "large") names nothing. */
const COMMON_SHARE = 0.2;

function termsNaming(index: SearchIndex, names: readonly string[]): Set<number> {
  const terms = new Set<number>();
  for (const name of names) {
    for (const { surface } of wordsOf(name)) {
      for (const language of index.languages) {
        if (stopWordsOf(language).has(surface)) continue;
        for (const stem of stemsOf(surface, language)) {
          const term = index.termOf(stem);
          if (term !== undefined && index.documentsWith(term) <= COMMON_SHARE * index.size) terms.add(term);
        }
      }
    }
  }
  return terms;
}
