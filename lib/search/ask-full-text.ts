import { db, fullText, Prisma } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { KeptDocument, PartialIndex } from '@/lib/search/hold-part';
import type { Question } from '@/lib/search/read-question';
import { editsAllowed, WEIGHTS } from '@/lib/search/rules';
import type { SearchKind } from '@/lib/search/schema';

type WordRow = { word: string; stem: string; documents: number };

/** Words that begin alike, those of most documents first; the reader chooses a dozen. */
const STARTING_MAX = 200;
/** Each costs a look through thousands of words; a question with more of them is none. */
const MISSPELT_MAX = 6;
/** Rows of one word that are looked at, the newest first. */
const REACH = 10_000;
/** Candidates by either way; the second look is for `CANDIDATES_MAX` of them together. */
const CANDIDATES_EACH = 150;

/** How many documents there are, and how long they are on average. */
export async function sizeOfCollection(): Promise<{ size: number; averageLength: number }> {
  const [row] = await db.$queryRaw<{ documents: number; length: number }[]>`
    SELECT documents, length FROM "SearchCollection" WHERE id = 1`;
  const size = Number(row?.documents ?? 0);
  return { size, averageLength: size === 0 ? 0 : Number(row?.length ?? 0) / size };
}

/** Tells an index what it was asked and did not know. Stems and whole words first: what they say decides whether there is
 * anything else to ask. @returns false where nothing was unknown */
export async function tellUnknown(index: PartialIndex, isSpellingMade: boolean): Promise<boolean> {
  const { stems, words, prefixes, misspelt } = index.unknown;
  if (stems.size + words.size > 0)
    await Promise.all([tellStems(index, [...stems]), tellWords(index, [...words])]);
  else if (prefixes.size + misspelt.size > 0) {
    await Promise.all([
      ...[...prefixes].map((prefix) => tellStarting(index, prefix)),
      ...[...misspelt].map((word, place) => tellNear(index, word, isSpellingMade, place)),
    ]);
  } else return false;
  for (const asked of Object.values(index.unknown)) asked.clear();
  return true;
}

/** Tells an index how many documents have each stem; none where the database has none. */
export async function tellStems(index: PartialIndex, stems: readonly string[]): Promise<void> {
  for (const [stem, documents] of await documentsWith(stems)) index.tell(stem, documents);
}

/** How many documents have each stem. */
export async function documentsWith(stems: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map(stems.map((stem) => [stem, 0]));
  for (let at = 0; at < stems.length; at += 5_000) {
    const rows = await db.$queryRaw<{ stem: string; documents: number }[]>`
      SELECT stem, documents FROM "SearchTerm" WHERE stem IN (${Prisma.join(stems.slice(at, at + 5_000))})`;
    for (const row of rows) counts.set(row.stem, Number(row.documents));
  }
  return counts;
}

async function tellWords(index: PartialIndex, words: readonly string[]): Promise<void> {
  for (const word of words) index.vocabulary.answered('words', word);
  if (words.length === 0) return;
  tellAll(
    index,
    await db.$queryRaw<WordRow[]>`
      SELECT w.word AS word, w.stem AS stem, t.documents AS documents
      FROM "SearchWord" w JOIN "SearchTerm" t ON t.stem = w.stem WHERE w.word IN (${Prisma.join(words)})`,
  );
}

async function tellStarting(index: PartialIndex, prefix: string): Promise<void> {
  index.vocabulary.answered('prefixes', prefix);
  tellAll(
    index,
    await db.$queryRaw<WordRow[]>`
      SELECT w.word AS word, w.stem AS stem, t.documents AS documents
      FROM "SearchWord" w JOIN "SearchTerm" t ON t.stem = w.stem
      WHERE w.word >= ${prefix} AND w.word < ${`${prefix}\u{10FFFF}`} AND t.documents > 0
      ORDER BY t.documents DESC, w.word LIMIT ${STARTING_MAX}`,
  );
}

async function tellNear(
  index: PartialIndex,
  word: string,
  isSpellingMade: boolean,
  place: number,
): Promise<void> {
  index.vocabulary.answered('misspelt', word);
  if (place >= MISSPELT_MAX) return;
  const statement = fullText().near(word, editsAllowed(word.length), isSpellingMade);
  tellAll(index, await db.$queryRaw<WordRow[]>(statement));
}

function tellAll(index: PartialIndex, rows: readonly WordRow[]): void {
  for (const { word, stem, documents } of rows) index.tellWord(word, stem, Number(documents));
}

/** The documents that are likeliest to answer a question: those that have all of what tells, and those that have the
 * rarest of it, since a word of nearly every document chooses none. */
export async function candidatesFor(
  question: Question,
  index: PartialIndex,
  kind: SearchKind | null,
): Promise<KeptDocument[]> {
  const telling = question.slots.filter((slot) => !slot.isStop);
  const slots = telling.length > 0 ? telling : question.slots;
  const groups = slots.map((slot) =>
    slot.options.map(({ term, sureness, rarity }) => ({
      stem: index.stemOf(term),
      documents: index.documentsWith(term),
      points: sureness * rarity * (slot.isStop ? WEIGHTS.stopWord : 1),
    })),
  );
  const words = groups.flat();
  const rarest = [...words].sort((a, b) => a.documents - b.documents);
  let reached = 0;
  const any = rarest.filter(({ documents }, place) => {
    reached += documents;
    return place === 0 || reached <= REACH;
  });
  const common = { kind, reach: REACH, most: CANDIDATES_EACH, averageLength: index.averageLength };
  const all = groups.map((group) => group.map(({ stem }) => stem));
  const asked = [fullText().best({ ...common, any, all: [] })];
  if (any.length < words.length || groups.length > 1) {
    asked.push(fullText().best({ ...common, any: words, all }));
  }
  const found = await Promise.all(asked.map(best));
  return keptDocuments([...new Set(found.flat().map((row) => Number(row.id)))]);
}

async function best(statement: Prisma.Sql): Promise<{ id: number }[]> {
  const before = fullText().beforeBest;
  if (before.length === 0) return db.$queryRaw<{ id: number }[]>(statement);
  return transaction(async (tx) => {
    for (const one of before) await tx.$queryRaw(one);
    return tx.$queryRaw<{ id: number }[]>(statement);
  });
}

type KeptText = {
  seq: number;
  kind: SearchKind;
  subjectId: string;
  length: number;
  title: string;
  keywords: string;
  shelf: string;
  body: string;
};

/** Without those whose row has changed since or is gone. */
async function keptDocuments(ids: readonly number[]): Promise<KeptDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<KeptText[]>`
    SELECT t.seq AS seq, t.kind AS kind, t."subjectId" AS "subjectId", t.length AS length,
      t.title AS title, t.keywords AS keywords, t.shelf AS shelf, t.body AS body
    FROM "SearchText" t JOIN "SearchDocument" d ON d.seq = t.seq WHERE t.id IN (${Prisma.join(ids)})`;
  return rows.map(({ title, keywords, shelf, body, ...row }) => ({
    ...row,
    seq: Number(row.seq),
    length: Number(row.length),
    fields: [title, keywords, shelf, body],
  }));
}
