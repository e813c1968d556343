import { DAY } from '@/lib/clock';

/** The fields of a document, in the order of `FIELD_WEIGHTS`. Category and tags are one field. */
export const FIELDS = ['title', 'keywords', 'shelf', 'body'] as const;

/** How much a word of each field says, a word of the body being 1. Starting values of the design; a title of 1.5 to 4.5
 * changes the mean of the development sets by less than 0.3 %. */
export const FIELD_WEIGHTS: readonly number[] = [3, 2.8, 1.5, 1];

/**
 * How a document is judged. Everything is counted in the same unit, the rarity of the words it answers, and added up. Tuned
 * by hand-sized steps on the five development sets (see README.md beside this file), never on one of them alone.
 */
export const WEIGHTS = {
  /** BM25: how soon repeating a word stops helping. */
  k1: 2.4,
  /** BM25: how much a long text is discounted. */
  b: 0.7,
  /** Short questions are made of stop words: they count less and are never dropped. */
  stopWord: 0.75,
  /** Two words that stand together as they were asked. */
  pair: 0.8,
  /** The best sentence: what is answered in one breath is worth more than the same words far apart. */
  passage: 0.5,
  /** How much a long sentence is discounted, and from how many words on. */
  passageB: 0.5,
  passageWords: 15,
  /** What the sentence before it answers counts so much too: a thought is often two. */
  passageBefore: 0.4,
  /** A sentence that says nothing but what was asked. */
  passageFit: 0.8,
  /** What of the question the title answers … */
  title: 0.7,
  /** … discounted by what else it speaks of. Below 1, so that a long title is not punished twice. */
  titleFit: 0.8,
  /** Three letters in a row that title and question share: finds what endings, typos and compounds hide. */
  trigram: 0.5,
  /** What speaks of something the asker bought, as a share of its words' points. Chosen: the sets know no orders. */
  own: 0.08,
} as const;

/** The second look costs time per document. 150 find as much as 400 on the development sets. */
export const CANDIDATES_MAX = 200;

/** Results far below the best one only share a common word with the question. */
export const TAIL_CUT = 0.05;
/** What shares only "how do I" is kept where it is nearly as good as the best, for want of better ones. */
export const VAGUE_CUT = 0.3;

/** How surely a word is meant that was not typed so. */
export const SURENESS = {
  completed: 0.75,
  oneEdit: 0.75,
  twoEdits: 0.7,
  /** Of a misspelt word, each that may be meant beside the likeliest, as a share of it. */
  notTheLikeliest: 0.7,
  /** 'giftcard' for 'gift card' and the other way round. */
  joined: 0.7,
  /** What the owner said means the same. */
  synonym: 0.9,
  /** 'subscription' for 'subscribe': other endings than the stemmer knows. */
  kin: 0.3,
} as const;

/** How a thing stands, beside what it says. */
export type Standing = {
  /** Of a thread: a reply was accepted. */
  solved: boolean;
  /** Made of a thread that was solved, or made into an article. */
  promoted: boolean;
  /** People who said that it helped, less those who said that it did not. */
  helped: number;
  /** Of a thread: what solved it is in doubt or no longer holds. */
  outdated: boolean;
  /** Last change of an article, last activity of a thread. */
  at: Date;
};

/** Lifts are small: they decide between things that answer about as well, never against the words. There are no such
 * facts in the development sets, so these are chosen, not tuned. */
const LIFTS = {
  /** The shop's own word. */
  article: 0.06,
  /** Its asker, or the shop, said that it was the answer. */
  solved: 0.06,
  /** Somebody found it worth keeping for everybody. */
  promoted: 0.03,
  /** For each doubling of the people it helped … */
  helped: 0.015,
  /** … up to about a hundred. */
  helpedMost: 0.1,
  /** More people say that it does not help: it may be outdated. */
  notHelped: -0.06,
  /** Two people, or the shop, say that its solution no longer works: below what is not in doubt (defaults). */
  outdated: -0.15,
  /** Of today; half of it after RECENT_HALF. */
  recent: 0.04,
} as const;
/** What is bought, sent and paid changes with the seasons. */
const RECENT_HALF = 180 * DAY;

/** By how much the score of the words is multiplied, and why. */
export function standingOf(
  kind: 'article' | 'thread',
  { solved, promoted, helped, outdated, at }: Standing,
  now: Date,
): { name: string; factor: number }[] {
  const age = Math.max(0, now.getTime() - at.getTime());
  const help =
    helped < 0 ? LIFTS.notHelped : Math.min(LIFTS.helpedMost, LIFTS.helped * Math.log2(1 + helped));
  return [
    { name: 'article', lift: kind === 'article' ? LIFTS.article : 0 },
    { name: 'solved', lift: solved ? LIFTS.solved : 0 },
    { name: 'promoted', lift: promoted ? LIFTS.promoted : 0 },
    { name: 'helped', lift: help },
    { name: 'outdated', lift: outdated ? LIFTS.outdated : 0 },
    { name: 'recent', lift: LIFTS.recent * 0.5 ** (age / RECENT_HALF) },
  ].map(({ name, lift }) => ({ name, factor: 1 + lift }));
}

/** Slots of the index: how much a word says about a document, in eight steps. */
export const LEVELS = 8;
const STEPS_PER_E = 2;

/** How much so much of a word says in a document of this length: BM25 without the word's rarity, between 0 and 1.
 * @param weight how often it stands there, each time as much as its field weighs
 * @param length words of the document, weighted in the same way */
export function saturated(weight: number, length: number, averageLength: number): number {
  const { k1, b } = WEIGHTS;
  return weight / (weight + k1 * (1 - b + (b * length) / Math.max(averageLength, 1)));
}

/** The slot for a value of `saturated`; the first holds the highest. */
export function levelOf(value: number): number {
  return Math.min(LEVELS - 1, Math.floor(-Math.log(value) * STEPS_PER_E));
}

/** What the documents of a slot had, about. */
export function valueAt(level: number): number {
  return Math.exp(-(level + 0.5) / STEPS_PER_E);
}

/** The classic rarity, raised to this: a little less for the very rare, since what is rarest is often a slip. */
const RARITY_POWER = 0.85;

/** How much a word tells: rare words much, words of every document nearly nothing. */
export function rarity(documents: number, withWord: number): number {
  return Math.log(1 + (documents - withWord + 0.5) / (withWord + 0.5)) ** RARITY_POWER;
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
