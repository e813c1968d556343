import { SearchIndex } from '@/lib/search/hold-index';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { readQuery } from '@/lib/search/schema';
import type { Doc, Engine } from './engine';

/** Ours, filled one document at a time. */
export type OurIndex = {
  put(doc: Doc): void;
  /** Resolves when nothing put so far is still to be laid in. */
  settled(): Promise<void>;
  search(query: string, limit: number): string[];
};

/** The one place where the benchmark knows our engine. Questions are cleaned and cut as the site does it. */
export function newIndex(): OurIndex {
  const index = new SearchIndex();
  let seq = 0;
  return {
    put({ id, title, body }) {
      seq += 1;
      const without = { keywords: '', category: '', tags: '', solved: false };
      index.put({ seq, kind: 'thread', subjectId: id, title, body, ...without });
    },
    settled: () => Promise.resolve(),
    search(query, limit) {
      const question = readQuestion(readQuery(query), index, false);
      return rankDocuments(index, question, null, limit).map((hit) => hit.subjectId);
    },
  };
}

/** How our index is kept between two starts, or null while it is not: `save` writes it, `load` reads it in a process
 * that has never seen the documents. */
export const saved: {
  save(index: OurIndex, file: string): Promise<void>;
  load(file: string): Promise<OurIndex>;
} | null = null;

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
