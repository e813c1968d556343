import { stemmer } from 'stemmer';

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’]/g;
const WORD = /[\p{L}\p{N}]+/gu;
const ENGLISH = /^[a-z]+$/;

const STOP_WORDS = new Set(
  `a about after all am an and any are as at be because been before being but by can could did do does doing for from
  had has have having he her here hers him his how i if in into is it its just me more most my no nor not now of off on
  once only or other our ours out over own same she should so some such than that the their theirs them then there
  these they this those to too up very was we were what when where which while who whom why will with would you your
  yours im ive dont`.split(/\s+/),
);

/** The comparison engines' own way to split a text, so that they do not change with ours: lower case, no accents. */
export function splitWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, '').toLowerCase();
  return folded.match(WORD) ?? [];
}

const stems = new Map<string, string>();

/** Porter's stem of a split word; numbers and words of other scripts stay as they are. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = ENGLISH.test(word) ? stemmer(word) : word;
    stems.set(word, known);
  }
  return known;
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Words without stop words; all of them when there are no others, since a question must not become empty. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}
