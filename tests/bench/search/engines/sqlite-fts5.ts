import Database from 'better-sqlite3';
import type { Engine } from './engine';
import { splitWords } from './words';

const TITLE_WEIGHT = 3;

/** SQLite's full-text search with Porter's stems and its bm25(), any of the words, in memory. */
export const sqliteFts5: Engine = {
  name: 'SQLite FTS5',
  isInProcess: true,
  build(docs) {
    const database = new Database(':memory:');
    database.exec(
      "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')",
    );
    const insert = database.prepare('INSERT INTO docs (id, title, body) VALUES (?, ?, ?)');
    database.transaction(() => {
      for (const doc of docs) insert.run(doc.id, doc.title, doc.body);
    })();
    const select = database.prepare<[string, number], { id: string }>(
      `SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 0, ${TITLE_WEIGHT}, 1) LIMIT ?`,
    );
    return {
      search(query, limit) {
        // Quoted, so that a word such as NOT is a word and not an operator.
        const words = splitWords(query).map((word) => `"${word}"`);
        return words.length === 0 ? [] : select.all(words.join(' OR '), limit).map((row) => row.id);
      },
      close() {
        database.close();
      },
    };
  },
};
