import type { Doc, Engine, Filled } from './engine';
import { splitWords, stem, withoutStopWords } from './words';

type Constants = { k1: number; b: number; titleWeight: number; dropsStopWords: boolean };

/** BM25 as the textbooks have it. */
export const classicBm25: Engine = {
  name: 'BM25 classic',
  isInProcess: true,
  build: (docs) => fill(docs, { k1: 1.2, b: 0.75, titleWeight: 1, dropsStopWords: true }),
};

/** BM25 tuned for questions: the title counts three times, stop words are kept. */
export const tunedBm25: Engine = {
  name: 'BM25 tuned',
  isInProcess: true,
  build: (docs) => fill(docs, { k1: 2.5, b: 0.5, titleWeight: 3, dropsStopWords: false }),
};

type Postings = { docs: number[]; frequencies: number[] };

function fill(docs: readonly Doc[], constants: Constants): Filled {
  const { k1, b, titleWeight, dropsStopWords } = constants;
  const read = (text: string) => {
    const words = splitWords(text);
    return (dropsStopWords ? withoutStopWords(words) : words).map(stem);
  };
  const postings = new Map<string, Postings>();
  const lengths: number[] = [];
  docs.forEach((doc, number) => {
    const frequencies = new Map<string, number>();
    let length = 0;
    for (const [text, weight] of [[doc.title, titleWeight] as const, [doc.body, 1] as const]) {
      for (const term of read(text)) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
        length += weight;
      }
    }
    lengths.push(length);
    for (const [term, frequency] of frequencies) {
      const list = postings.get(term) ?? { docs: [], frequencies: [] };
      list.docs.push(number);
      list.frequencies.push(frequency);
      postings.set(term, list);
    }
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const norms = lengths.map((length) => k1 * (1 - b + (b * length) / Math.max(1, average)));
  return {
    search(query, limit) {
      const scores = new Map<number, number>();
      for (const term of read(query)) {
        const list = postings.get(term);
        if (!list) continue;
        const idf = Math.log(1 + (docs.length - list.docs.length + 0.5) / (list.docs.length + 0.5));
        list.docs.forEach((number, place) => {
          const frequency = list.frequencies[place] ?? 0;
          const points = (idf * frequency * (k1 + 1)) / (frequency + (norms[number] ?? k1));
          scores.set(number, (scores.get(number) ?? 0) + points);
        });
      }
      const best = [...scores].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
      return best.slice(0, limit).map(([number]) => docs[number]?.id ?? '');
    },
  };
}
