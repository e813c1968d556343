import { db, fullText, Prisma } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { type IndexedDocument, SENTENCE_END, SearchIndex } from '@/lib/search/hold-index';
import { MADE_BY } from '@/lib/search/index-file';
import type { Language } from '@/lib/search/languages';
import { FIELDS } from '@/lib/search/rules';
import { Slices } from '@/lib/search/slices';

/** Stands between two sentences of a kept text; no stem is like it. */
export const SENTENCE_MARK = '.';
/** On PostgreSQL a number may be committed after a higher one: so many below the highest are looked for again. */
const OVERLAP = 500;
const LOOKED_FOR_AT_ONCE = 1_000;
/** Few enough that other writes, which wait meanwhile on SQLite, do not notice. */
const AT_ONCE = 20;
/** Databases take some ten thousand values in one statement. */
const ROWS_AT_ONCE = 2_000;

type Kept = { title: string; keywords: string; shelf: string; body: string };
type KeptRow = Kept & { kind: string; subjectId: string; seq: number; made: string; length: number };

/** Makes the tables of the full-text index where they are missing. @returns whether spelling has all that it can use */
export async function makeFullText(): Promise<boolean> {
  const { make, makeSpelling } = fullText();
  for (const statement of make) await db.$executeRaw(statement);
  try {
    for (const statement of makeSpelling) await db.$executeRaw(statement);
    return true;
  } catch (error) {
    log.warn('search.spelling-by-letters', { error: messageOf(error) });
    return false;
  }
}

/** Takes the rows of `SearchDocument` in that the full-text index does not have as they are, a few in each transaction.
 * @param after rows up to here were taken in when somebody looked last; 0 looks at all
 * @returns the highest row seen */
export async function takeIntoFullText(after: number, languages: readonly Language[]): Promise<number> {
  const made = `${MADE_BY} ${languages.join()}`;
  const slices = new Slices();
  let seen = after;
  for (let from = after - OVERLAP; ; ) {
    const found = await db.$queryRaw<{ seq: number }[]>`
      SELECT d.seq AS seq FROM "SearchDocument" d
      WHERE d.seq > ${from}
        AND NOT EXISTS (SELECT 1 FROM "SearchText" t WHERE t.seq = d.seq AND t.made = ${made})
      ORDER BY d.seq LIMIT ${LOOKED_FOR_AT_ONCE}`;
    const seqs = found.map((row) => Number(row.seq));
    for (let at = 0; at < seqs.length; at += AT_ONCE) {
      await takeIn(seqs.slice(at, at + AT_ONCE), languages, made, slices);
    }
    from = seqs.at(-1) ?? from;
    seen = Math.max(seen, from);
    if (seqs.length < LOOKED_FOR_AT_ONCE) return seen;
  }
}

async function takeIn(
  seqs: readonly number[],
  languages: readonly Language[],
  made: string,
  slices: Slices,
): Promise<void> {
  const rows = await db.searchDocument.findMany({
    where: { seq: { in: [...seqs] } },
    orderBy: { seq: 'asc' },
  });
  // Our own reader splits and stems, so that both ways to search find the same words.
  const reader = new SearchIndex(languages);
  const read: KeptRow[] = [];
  for (const row of rows) {
    if (!row.removed) reader.put(row);
    const { kind, subjectId, seq } = row;
    const doc = reader.find(kind, subjectId);
    read.push({ kind, subjectId, seq, made, length: doc?.length ?? 0, ...keptOf(reader, doc) });
    await slices.pause();
  }
  if (read.length > 0) await transaction((tx) => write(tx, read, reader));
}

function keptOf(reader: SearchIndex, doc: IndexedDocument | undefined): Kept {
  const terms = doc ? reader.tape.read(doc.stretch) : new Uint32Array();
  const texts = FIELDS.map((_, field) => {
    const own = terms.subarray(doc?.ends[field - 1] ?? 0, doc?.ends[field] ?? 0);
    return Array.from(own, (term) => (term === SENTENCE_END ? SENTENCE_MARK : reader.stemOf(term))).join(' ');
  });
  const [title = '', keywords = '', shelf = '', body = ''] = texts;
  return { title, keywords, shelf, body };
}

async function write(tx: Tx, read: readonly KeptRow[], reader: SearchIndex): Promise<void> {
  // Whoever holds this row takes in; another process that read the same rows finds them taken below.
  await tx.$executeRaw`UPDATE "SearchCollection" SET id = 1 WHERE id = 1`;
  const before = await tx.$queryRaw<KeptRow[]>`
    SELECT kind, "subjectId", seq, made, length, title, keywords, shelf, body FROM "SearchText"
    WHERE "subjectId" IN (${Prisma.join(read.map((row) => row.subjectId))})`;
  const known = new Map(before.map((row) => [`${row.kind}:${row.subjectId}`, row]));
  const changes = new Map<string, number>();
  const total = { documents: 0, length: 0 };
  const count = (row: KeptRow, by: 1 | -1) => {
    for (const stem of stemsIn(row)) changes.set(stem, (changes.get(stem) ?? 0) + by);
    total.documents += row.length > 0 ? by : 0;
    total.length += by * row.length;
  };
  for (const row of read) {
    const old = known.get(`${row.kind}:${row.subjectId}`);
    if (old && (old.seq > row.seq || (old.seq === row.seq && old.made === row.made))) continue;
    if (old) count(old, -1);
    count(row, 1);
    const { kind, subjectId, seq, made, length, title, keywords, shelf, body } = row;
    await tx.$executeRaw`
      INSERT INTO "SearchText" (kind, "subjectId", seq, made, length, title, keywords, shelf, body)
      VALUES (${kind}, ${subjectId}, ${seq}, ${made}, ${length}, ${title}, ${keywords}, ${shelf}, ${body})
      ON CONFLICT ("subjectId", kind) DO UPDATE SET seq = excluded.seq, made = excluded.made, length = excluded.length,
        title = excluded.title, keywords = excluded.keywords, shelf = excluded.shelf, body = excluded.body`;
  }
  await writeTerms(tx, changes);
  await writeWords(tx, reader);
  await tx.$executeRaw`
    UPDATE "SearchCollection" SET documents = documents + ${total.documents}, length = length + ${total.length}
    WHERE id = 1`;
}

async function writeTerms(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...changes]
    .filter(([, change]) => change !== 0)
    .map(([stem, change]) => Prisma.sql`(${stem}, ${change})`);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.$executeRaw`
      INSERT INTO "SearchTerm" (stem, documents) VALUES ${Prisma.join(rows.slice(at, at + ROWS_AT_ONCE))}
      ON CONFLICT (stem) DO UPDATE SET documents = "SearchTerm".documents + excluded.documents`;
  }
}

async function writeWords(tx: Tx, reader: SearchIndex): Promise<void> {
  const rows = [...reader.vocabulary.entries()].map(({ word, term }) => {
    const [first = ''] = word;
    return Prisma.sql`(${word}, ${reader.stemOf(term)}, ${first}, ${[...word].length})`;
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.$executeRaw`
      INSERT INTO "SearchWord" (word, stem, first, size) VALUES ${Prisma.join(rows.slice(at, at + ROWS_AT_ONCE))}
      ON CONFLICT (word) DO UPDATE SET stem = excluded.stem WHERE "SearchWord".stem <> excluded.stem`;
  }
}

function stemsIn({ title, keywords, shelf, body }: Kept): Set<string> {
  const stems = new Set(`${title} ${keywords} ${shelf} ${body}`.split(' '));
  stems.delete('');
  stems.delete(SENTENCE_MARK);
  return stems;
}
