import MiniSearch, { type Options } from 'minisearch';
import type { Doc, Engine } from './engine';
import { isStopWord, stem } from './words';

const TITLE_BOOST = 2;
const FUZZY = 0.2;

const PLAIN: Options<Doc> = { fields: ['title', 'body'] };
const STEMMED: Options<Doc> = {
  fields: ['title', 'body'],
  processTerm: (term) => {
    const word = term.replace(/['’]/g, '').toLowerCase();
    return word === '' || isStopWord(word) ? null : stem(word);
  },
};

/** As its manual begins. */
export const miniSearchDefault = engine('MiniSearch default', PLAIN, {});

/** Stems, no stop words, the title counting twice. */
export const miniSearchTuned = engine('MiniSearch tuned', STEMMED, { boost: { title: TITLE_BOOST } });

/** The same, and a word matches others that differ by a fifth of its letters. */
export const miniSearchFuzzy = engine('MiniSearch tuned+fuzzy', STEMMED, {
  boost: { title: TITLE_BOOST },
  fuzzy: FUZZY,
});

function engine(
  name: string,
  options: Options<Doc>,
  searchOptions: { boost?: Record<string, number>; fuzzy?: number },
): Engine {
  return {
    name,
    isInProcess: true,
    build(docs) {
      const index = new MiniSearch<Doc>({
        ...options,
        searchOptions: { combineWith: 'OR', ...searchOptions },
      });
      index.addAll(docs);
      return {
        search: (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map(({ id }) => String(id)),
      };
    },
  };
}
