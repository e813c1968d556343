import { readFile } from 'node:fs/promises';
import { databaseKind, db, Prisma } from '@/lib/db/client';

/** Replies of an ordinary thread here; the real samples have fewer, so this is rather much. */
export const REPLIES_EACH = 20;
/** One thread has as many as an import may bring. */
export const LONG_THREAD = 'z000000000000000';
export const LONG_REPLIES = 2000;
/** Somebody's own threads and those they follow: enough for a full page of every list, however small the forum. */
const OWN_THREADS = 144;
const PEOPLE = 500;
const SHELVES = 10;
const TAGS = 40;
const CHUNK = 50_000;

const [FIRST_BODY, SAMPLE] = [8, 'tests/data/forum-onstartups-sample.jsonl'];

/** An id of our form from a number. */
const idOf = (letter: string, number: Prisma.Sql) =>
  Prisma.sql`${Prisma.raw(`'${letter}'`)} || substr(CAST(1000000000000000 + (${number}) AS TEXT), 2)`;

/** A time so many minutes ago, as each database keeps it. */
function minutesAgo(minutes: Prisma.Sql): Prisma.Sql {
  const base = Prisma.raw(String(Math.floor(Date.now() / 1000)));
  return databaseKind() === 'sqlite'
    ? Prisma.sql`strftime('%Y-%m-%dT%H:%M:%f+00:00', ${base} - 60 * (${minutes}), 'unixepoch')`
    : Prisma.sql`(to_timestamp(${base} - 60 * (${minutes})) AT TIME ZONE 'UTC')`;
}

const numbers = (from: number, to: number) =>
  Prisma.sql`WITH RECURSIVE many(n) AS (SELECT ${Prisma.raw(String(from))} UNION ALL
    SELECT n + 1 FROM many WHERE n < ${Prisma.raw(String(to - 1))})`;

/** Real texts of realistic lengths, chosen by the row's number. */
async function bodies(): Promise<Prisma.Sql> {
  const lines = (await readFile(SAMPLE, 'utf8')).trim().split('\n').slice(0, FIRST_BODY);
  const texts = lines.map((line) =>
    (JSON.parse(line) as { body: string }).body.replace(/<[^>]+>/g, ' ').slice(0, 900),
  );
  const cases = texts.map((text, index) => Prisma.sql`WHEN ${Prisma.raw(String(index))} THEN ${text}`);
  return Prisma.sql`CASE n % ${Prisma.raw(String(texts.length))} ${Prisma.join(cases, ' ')} ELSE ${texts[0]} END`;
}

/** People, categories, tags, the one long thread, and for `readerId` what fills the first page of every list from the
 * beginning: a list of one thread is no measure for a list of thirty. */
export async function beginForum(readerId: string): Promise<void> {
  const n = Prisma.raw('n');
  await db.$executeRaw`${numbersInsert('Person', '"id", "name", "nameSkeleton", "createdAt"')}
    ${numbers(0, PEOPLE)} SELECT ${idOf('p', Prisma.sql`${n}`)}, 'Bench person ' || n, 'bench person ' || n, ${minutesAgo(Prisma.sql`1`)} FROM many`;
  await db.$executeRaw`${numbersInsert('Category', '"id", "slug", "name", "position"')}
    ${numbers(0, SHELVES)} SELECT ${idOf('c', Prisma.sql`${n}`)}, 'shelf-' || n, 'Shelf ' || n, n + 10 FROM many`;
  await db.$executeRaw`${numbersInsert('Tag', '"id", "slug", "name"')}
    ${numbers(0, TAGS)} SELECT ${idOf('g', Prisma.sql`${n}`)}, 'topic-' || n, 'topic ' || n FROM many`;
  const category = `c${'0'.repeat(15)}`;
  await db.$executeRaw`INSERT INTO "Thread" ("id", "slug", "title", "body", "categoryId", "authorId", "createdAt",
    "lastActivityAt", "replyCount", "lastNumber") SELECT ${LONG_THREAD}, 'long', 'The long thread', 'Text', ${category},
    ${`p${'0'.repeat(15)}`}, ${minutesAgo(Prisma.sql`900000`)}, ${minutesAgo(Prisma.sql`3`)}, ${Prisma.raw(String(LONG_REPLIES))}, ${Prisma.raw(String(LONG_REPLIES))}`;
  await db.$executeRaw`${numbersInsert('Reply', '"id", "threadId", "number", "body", "authorId", "createdAt"')}
    ${numbers(0, LONG_REPLIES)} SELECT ${idOf('q', Prisma.sql`n`)}, ${LONG_THREAD}, n + 1, ${await bodies()},
      ${idOf('p', Prisma.sql`n % ${Prisma.raw(String(PEOPLE))}`)}, ${minutesAgo(Prisma.sql`${Prisma.raw(String(LONG_REPLIES))} - n`)} FROM many`;
  await beginOwn(readerId);
}

/** Half of them asked by the reader, half of them followed; a third each solved, answered, unanswered; all in one category
 * and with one tag. */
async function beginOwn(readerId: string): Promise<void> {
  const [category, tag] = [`c${'3'.padStart(15, '0')}`, `g${'7'.padStart(15, '0')}`];
  const age = Prisma.sql`(n * 7919) % 1051200`;
  await db.$executeRaw`${numbersInsert('Thread', '"id", "slug", "title", "body", "categoryId", "authorId", "createdAt", "lastActivityAt", "replyCount", "lastNumber", "acceptedCount", "meTooCount"')}
    ${numbers(0, OWN_THREADS)} SELECT ${idOf('s', Prisma.sql`n`)}, 'own', 'A question about the stand, number ' || n, ${await bodies()},
      ${category}, CASE WHEN n % 2 = 0 THEN ${readerId} ELSE ${idOf('p', Prisma.sql`n`)} END, ${minutesAgo(age)}, ${minutesAgo(Prisma.sql`(${age}) / 2`)},
      CASE WHEN n % 3 = 2 THEN 0 ELSE 1 END, 1, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END, (n * 31) % 9 FROM many`;
  await db.$executeRaw`${numbersInsert('ThreadTag', '"threadId", "tagId"')}
    ${numbers(0, OWN_THREADS)} SELECT ${idOf('s', Prisma.sql`n`)}, ${tag} FROM many`;
  await db.$executeRaw`${numbersInsert('Follow', '"id", "personId", "threadId", "reason", "at"')}
    ${numbers(0, OWN_THREADS)} SELECT ${idOf('f', Prisma.sql`n`)}, ${readerId}, ${idOf('s', Prisma.sql`n`)}, 'chosen', ${minutesAgo(Prisma.sql`n`)}
    FROM many WHERE n % 2 = 1`;
}

const numbersInsert = (table: string, columns: string) => Prisma.raw(`INSERT INTO "${table}" (${columns})`);

/** Adds threads with their replies until there are `to` replies. */
export async function growForum(from: number, to: number): Promise<void> {
  const body = await bodies();
  const people = Prisma.raw(String(PEOPLE));
  const each = Prisma.raw(String(REPLIES_EACH));
  for (let at = from; at < to; at += CHUNK) {
    const end = Math.min(at + CHUNK, to);
    const [first, last] = [at / REPLIES_EACH, end / REPLIES_EACH];
    // A forum of two years, whatever its size: the more threads, the more of them in a day.
    const age = Prisma.sql`(n * 7919) % 1051200`;
    await db.$executeRaw`${numbersInsert('Thread', '"id", "slug", "title", "body", "categoryId", "authorId", "createdAt", "lastActivityAt", "replyCount", "lastNumber", "acceptedCount", "meTooCount"')}
      ${numbers(first, last)} SELECT ${idOf('t', Prisma.sql`n`)}, 'thread', 'A question about the lamp, number ' || n, ${body},
        ${idOf('c', Prisma.sql`n % ${Prisma.raw(String(SHELVES))}`)}, ${idOf('p', Prisma.sql`n % ${people}`)},
        ${minutesAgo(age)}, ${minutesAgo(Prisma.sql`(${age}) / 2`)}, ${each}, ${each}, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END, (n * 31) % 9 FROM many`;
    await db.$executeRaw`${numbersInsert('ThreadTag', '"threadId", "tagId"')}
      ${numbers(first, last)} SELECT ${idOf('t', Prisma.sql`n`)}, ${idOf('g', Prisma.sql`n % ${Prisma.raw(String(TAGS))}`)} FROM many`;
    await db.$executeRaw`${numbersInsert('Reply', '"id", "threadId", "number", "body", "authorId", "createdAt"')}
      ${numbers(at, end)} SELECT ${idOf('r', Prisma.sql`n`)}, ${idOf('t', Prisma.sql`n / ${each}`)}, n % ${each} + 1, ${body},
        ${idOf('p', Prisma.sql`n % ${people}`)}, ${minutesAgo(Prisma.sql`((n / ${each}) * 7919) % 1051200`)} FROM many`;
    await db.$executeRaw`${numbersInsert('AcceptedAnswer', '"id", "threadId", "replyId", "byId", "at"')}
      ${numbers(first, last)} SELECT ${idOf('a', Prisma.sql`n`)}, ${idOf('t', Prisma.sql`n`)}, ${idOf('r', Prisma.sql`n * ${each} + 4`)},
        ${idOf('p', Prisma.sql`n % ${people}`)}, ${minutesAgo(age)} FROM many WHERE n % 3 = 0`;
  }
  // What PostgreSQL does by itself within a minute, and SQLite when writing pauses; statistics SQLite runs without.
  if (databaseKind() === 'postgresql') await db.$executeRawUnsafe('VACUUM ANALYZE');
  else await db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
}
