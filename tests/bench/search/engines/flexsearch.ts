import { Index } from 'flexsearch';
import type { Doc, Engine, Filled } from './engine';
import { splitWords, stem, withoutStopWords } from './words';

/** Reciprocal rank fusion: a place p is worth 1 / (60 + p), as it was published. */
const FUSION = 60;
/** The same with more for the first places. */
const STEEP_FUSION = 10;
/** Places fused from each field. */
const FUSED_MAX = 100;

/** As its manual begins: one index of the whole text, all words demanded. */
export const flexSearchDefault: Engine = {
  name: 'FlexSearch default',
  isInProcess: true,
  build: (docs) => fillPlain(docs, false),
};

/** The same, but not every word is demanded. */
export const flexSearchSuggest: Engine = {
  name: 'FlexSearch suggest',
  isInProcess: true,
  build: (docs) => fillPlain(docs, true),
};

/** Porter's stems without stop words (they would fill the first places, since it scores by position), title and body
 * fused by rank, not every word demanded. */
export const flexSearchTuned: Engine = {
  name: 'FlexSearch tuned',
  isInProcess: true,
  build: (docs) => fillFused(docs, [(doc) => doc.title, (doc) => doc.body], FUSION),
};

/** The best that was found with it on the development sets: the title fused with the whole text, first places worth more. */
export const flexSearchWholeText: Engine = {
  name: 'FlexSearch title+whole',
  isInProcess: true,
  build: (docs) => fillFused(docs, [(doc) => doc.title, (doc) => `${doc.title}\n${doc.body}`], STEEP_FUSION),
};

function fillPlain(docs: readonly Doc[], suggest: boolean): Filled {
  const index = new Index();
  docs.forEach((doc, number) => {
    index.add(number, `${doc.title}\n${doc.body}`);
  });
  return {
    search: (query, limit) =>
      index.search(query, { limit, suggest }).map((number) => docs[Number(number)]?.id ?? ''),
  };
}

function fillFused(docs: readonly Doc[], fields: readonly ((doc: Doc) => string)[], fusion: number): Filled {
  const encode = (text: string) => withoutStopWords(splitWords(text)).map(stem);
  const indexes = fields.map((textOf) => {
    const index = new Index({ tokenize: 'strict', encode });
    docs.forEach((doc, number) => {
      index.add(number, textOf(doc));
    });
    return index;
  });
  return {
    search(query, limit) {
      const scores = new Map<number, number>();
      for (const index of indexes) {
        index.search(query, { limit: FUSED_MAX, suggest: true }).forEach((found, place) => {
          const number = Number(found);
          scores.set(number, (scores.get(number) ?? 0) + 1 / (fusion + place + 1));
        });
      }
      const best = [...scores].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
      return best.slice(0, limit).map(([number]) => docs[number]?.id ?? '');
    },
  };
}
