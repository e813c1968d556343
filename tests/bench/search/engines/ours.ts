import { SearchIndex } from '@/lib/search/hold-index';
import { loadIndex } from '@/lib/search/load-index';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { saveIndex } from '@/lib/search/save-index';
import { readQuery } from '@/lib/search/schema';
import type { Doc, Engine } from './engine';

/** Ours, filled one document at a time. */
export type OurIndex = {
  index: SearchIndex;
  put(doc: Doc): void;
  /** Resolves when nothing put so far is still to be laid in. */
  settled(): Promise<void>;
  search(query: string, limit: number): string[];
};

/** The one place where the benchmark knows our engine. Questions are cleaned and cut as the site does it. */
export function newIndex(): OurIndex {
  return around(new SearchIndex());
}

function around(index: SearchIndex): OurIndex {
  let seq = index.size;
  return {
    index,
    put({ id, title, body }) {
      seq += 1;
      const without = { keywords: '', category: '', tags: '', at: new Date(0) };
      index.put({ seq, kind: 'thread', subjectId: id, title, body, ...without });
    },
    settled: () => Promise.resolve(),
    search(query, limit) {
      const question = readQuestion(readQuery(query), index);
      return rankDocuments(index, question, { most: limit }).map((hit) => hit.subjectId);
    },
  };
}

/** How our index is kept between two starts, or null while it is not: `save` writes it, `load` reads it in a process
 * that has never seen the documents. */
export const saved: {
  save(index: OurIndex, file: string): Promise<void>;
  load(file: string): Promise<OurIndex>;
} | null = {
  save: (index, file) => saveIndex(index.index, index.index.size, file),
  async load(file) {
    const found = await loadIndex(file, ['en']);
    if (!found) throw new Error('The saved index could not be read.');
    return around(found.index);
  },
};

export const ours: Engine = {
  name: 'Porchlight',
  isInProcess: true,
  async build(docs) {
    const index = newIndex();
    for (const doc of docs) index.put(doc);
    await index.settled();
    return index;
  },
};
