import type { Doc } from './engines/engine';

/** As much of a document as the site indexes. */
const BODY_MAX = 20_000;
const TITLE_MAX = 90;

/** New documents from the sentences of real ones, as long as real ones are: the words and how often each occurs
 * stay real, so that an index of them is as hard to search. The same ones each time. */
export function resample(docs: readonly Doc[], count: number): Iterable<Doc> {
  // Cut here, not at the first document asked for: whoever times the documents does not time this.
  const sentences = docs.flatMap((doc) => sentencesOf(doc.body));
  const lengths = docs.map((doc) => Math.min(doc.body.length, BODY_MAX));
  return write(docs, sentences, lengths, count);
}

function* write(
  docs: readonly Doc[],
  sentences: readonly string[],
  lengths: readonly number[],
  count: number,
): Generator<Doc> {
  const next = randomSequence(42);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)];
  for (let number = 0; number < count; number += 1) {
    const length = pick(lengths) ?? 0;
    const parts: string[] = [];
    for (let written = 0; written < length; ) {
      const sentence = pick(sentences) ?? '';
      parts.push(sentence);
      written += sentence.length + 1;
    }
    const title = pick(docs)?.title ?? '';
    const more = pick(docs)?.title ?? '';
    yield { id: String(number), title: `${title} ${more}`.slice(0, TITLE_MAX), body: parts.join(' ') };
  }
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0 && sentence.length < 1_000);
}

/** A small fixed random sequence (mulberry32), so that two runs measure the same work. */
function randomSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
