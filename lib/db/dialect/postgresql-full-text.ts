import { CANDIDATE_WEIGHTS, type FullText, type WeighedWord } from '@/lib/db/dialect/contract';
import { nearByLetters } from '@/lib/db/dialect/near-by-letters';
import { Prisma } from '@/lib/generated/sqlite/client';

/** BM25's usual numbers; only candidates are chosen by them. */
const [K1, B] = [1.2, 0.75];

/** Two generated columns of lexemes with a GIN index each: the head (title and keywords) and the whole. They stand for
 * weights within one column, which GIN does not know: it would have to unpack every document of a frequent word. */
export const postgresqlFullText: FullText = {
  make: [
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchCollection" (
      id INTEGER PRIMARY KEY, documents INTEGER NOT NULL, length DOUBLE PRECISION NOT NULL)`,
    Prisma.sql`INSERT INTO "SearchCollection" (id, documents, length) VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchText" (
      id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind TEXT NOT NULL, "subjectId" TEXT NOT NULL,
      seq INTEGER NOT NULL, made TEXT NOT NULL, length DOUBLE PRECISION NOT NULL,
      title TEXT NOT NULL, keywords TEXT NOT NULL, shelf TEXT NOT NULL, body TEXT NOT NULL,
      "inHead" TSVECTOR GENERATED ALWAYS AS (
        array_to_tsvector(array_remove(string_to_array(title || ' ' || keywords, ' '), ''))) STORED,
      "inText" TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(array_remove(
        string_to_array(title || ' ' || keywords || ' ' || shelf || ' ' || body, ' '), ''))) STORED,
      UNIQUE ("subjectId", kind))`,
    // Rows that are only counted stay narrow: their texts are kept beside them.
    Prisma.sql`ALTER TABLE "SearchText" SET (toast_tuple_target = 256)`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchText_seq_made_idx" ON "SearchText" (seq, made)`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchText_inHead_idx" ON "SearchText" USING GIN ("inHead")`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchText_inText_idx" ON "SearchText" USING GIN ("inText")`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchTerm" (
      stem TEXT COLLATE "C" PRIMARY KEY, documents INTEGER NOT NULL) WITH (fillfactor = 70)`,
    Prisma.sql`CREATE TABLE IF NOT EXISTS "SearchWord" (
      word TEXT COLLATE "C" PRIMARY KEY, stem TEXT COLLATE "C" NOT NULL, first TEXT NOT NULL, size INTEGER NOT NULL)`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchWord_first_size_idx" ON "SearchWord" (first, size)`,
  ],
  makeSpelling: [
    Prisma.sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`,
    Prisma.sql`CREATE INDEX IF NOT EXISTS "SearchWord_word_trgm_idx" ON "SearchWord" USING GIN (word gin_trgm_ops)`,
    // A word of six letters with two swapped shares a fifth of its letters by threes with what was meant.
    Prisma.sql`CREATE OR REPLACE FUNCTION search_words_alike(meant TEXT) RETURNS SETOF "SearchWord" LANGUAGE sql STABLE
      SET pg_trgm.similarity_threshold = 0.2
      AS $body$ SELECT * FROM "SearchWord" WHERE word % meant $body$`,
  ],

  // The planner does not count what unpacking a document costs, and would read all rows for a word of a tenth of them.
  beforeBest: [Prisma.sql`SELECT set_config('enable_seqscan', 'off', true)`],

  best({ any, all, kind, reach, most, averageLength }) {
    const found = any.flatMap((word) => rowsOf(word, all, kind, reach));
    const long = Prisma.sql`length / ${Math.max(averageLength, 1)}::float8`;
    return Prisma.sql`
      SELECT id FROM (${Prisma.join(found, ' UNION ALL ')}) AS found
      GROUP BY id, length
      ORDER BY sum(points * weight / (weight + ${K1}::float8 * (1 - ${B}::float8 + ${B}::float8 * ${long}))) DESC, id DESC
      LIMIT ${most}`;
  },

  near(word, edits, isSpellingMade) {
    if (!isSpellingMade) return nearByLetters(word, edits);
    const size = [...word].length;
    return Prisma.sql`
      SELECT w.word AS word, w.stem AS stem, t.documents AS documents
      FROM search_words_alike(${word}) w JOIN "SearchTerm" t ON t.stem = w.stem
      WHERE w.size BETWEEN ${size - edits} AND ${size + edits} AND t.documents > 0
      ORDER BY t.documents DESC, w.word LIMIT 1500`;
  },
};

function rowsOf(
  { stem, points }: WeighedWord,
  all: readonly (readonly string[])[],
  kind: string | null,
  reach: number,
): Prisma.Sql[] {
  const { title, body } = CANDIDATE_WEIGHTS;
  const ofKind = kind === null ? Prisma.empty : Prisma.sql`AND kind = ${kind}`;
  const query = [[stem], ...all].map(oneOf).join(' & ');
  // For the bare id it would walk all rows from the newest.
  const rows = (where: Prisma.Sql, weight: number) => Prisma.sql`
    (SELECT id, length, ${points}::float8 AS points, ${weight}::float8 AS weight FROM "SearchText"
    WHERE ${where} ${ofKind} ORDER BY id + 0 DESC LIMIT ${reach})`;
  const inText = Prisma.sql`"inText" @@ ${query}::tsquery`;
  const inHead = Prisma.sql`"inHead" @@ ${quoted(stem)}::tsquery`;
  // What is in the head is in the text, too.
  return [rows(inText, body), rows(all.length === 0 ? inHead : Prisma.sql`${inHead} AND ${inText}`, title)];
}

function oneOf(stems: readonly string[]): string {
  return `(${stems.map(quoted).join(' | ')})`;
}

/** A lexeme of a tsquery: nothing in it is an operator. */
function quoted(stem: string): string {
  return `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
