import { CANDIDATE_WEIGHTS, type FullText } from '@/lib/db/dialect/contract';
import { nearByLetters } from '@/lib/db/dialect/near-by-letters';
import { Prisma } from '@/lib/generated/sqlite/client';

/** FTS5 over `SearchText`, kept in step by triggers on that table. The stems come split already: the tokenizer only has
 * to leave them whole, marks and all. */
export const sqliteFullText: FullText = {
  make: [
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchCollection" (
      id INTEGER PRIMARY KEY, documents INTEGER NOT NULL, length REAL NOT NULL)`,
    Prisma.sql`INSERT INTO "SearchCollection" (id, documents, length) VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchText" (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, "subjectId" TEXT NOT NULL, seq INTEGER NOT NULL, made TEXT NOT NULL,
      length REAL NOT NULL, title TEXT NOT NULL, keywords TEXT NOT NULL, shelf TEXT NOT NULL, body TEXT NOT NULL,
      UNIQUE ("subjectId", kind))`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchText_seq_made_idx" ON "SearchText" (seq, made)`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchTerm" (
      stem TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchWord" (
      word TEXT PRIMARY KEY, stem TEXT NOT NULL, first TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchWord_first_size_idx" ON "SearchWord" (first, size, stem)`,
    Prisma.sql`CREATE VIRTUAL TABLE IF NOT EXISTS "SearchTextIndex" USING fts5 (
      title, keywords, shelf, body, kind, content = 'SearchText', content_rowid = 'id',
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
    Prisma.sql`CREATE TRIGGER IF NOT EXISTS "SearchText_inserted" AFTER INSERT ON "SearchText" BEGIN
      INSERT INTO "SearchTextIndex" (rowid, title, keywords, shelf, body, kind)
      VALUES (new.id, new.title, new.keywords, new.shelf, new.body, new.kind);
    END`,
    Prisma.sql`CREATE TRIGGER IF NOT EXISTS "SearchText_deleted" AFTER DELETE ON "SearchText" BEGIN
      INSERT INTO "SearchTextIndex" ("SearchTextIndex", rowid, title, keywords, shelf, body, kind)
      VALUES ('delete', old.id, old.title, old.keywords, old.shelf, old.body, old.kind);
    END`,
    Prisma.sql`CREATE TRIGGER IF NOT EXISTS "SearchText_updated" AFTER UPDATE ON "SearchText" BEGIN
      INSERT INTO "SearchTextIndex" ("SearchTextIndex", rowid, title, keywords, shelf, body, kind)
      VALUES ('delete', old.id, old.title, old.keywords, old.shelf, old.body, old.kind);
      INSERT INTO "SearchTextIndex" (rowid, title, keywords, shelf, body, kind)
      VALUES (new.id, new.title, new.keywords, new.shelf, new.body, new.kind);
    END`,
  ],
  makeSpelling: [],
  beforeBest: [],

  best({ any, all, kind, reach, most }) {
    const { title, keywords, shelf, body } = CANDIDATE_WEIGHTS;
    const groups = [any.map(({ stem }) => stem), ...all];
    const words = `{title keywords shelf body} : (${groups.map(oneOf).join(' AND ')})`;
    const match = kind === null ? words : `(${words}) AND (kind : ${quoted(kind)})`;
    return Prisma.sql`
      SELECT id FROM (
        SELECT rowid AS id, bm25("SearchTextIndex", ${title}, ${keywords}, ${shelf}, ${body}, 0.0) AS points
        FROM "SearchTextIndex" WHERE "SearchTextIndex" MATCH ${match} ORDER BY rowid DESC LIMIT ${reach})
      ORDER BY points, id DESC LIMIT ${most}`;
  },

  near: (word, edits) => nearByLetters(word, edits),
};

function oneOf(stems: readonly string[]): string {
  return `(${stems.map(quoted).join(' OR ')})`;
}

/** A string of FTS5: nothing in it is an operator. */
function quoted(stem: string): string {
  return `"${stem.replaceAll('"', '""')}"`;
}
