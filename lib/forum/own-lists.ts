import { db, Prisma } from '@/lib/db/client';

/** Lists that only somebody signed in has: what they asked or answered, and what they follow. */
export type OwnList = 'mine' | 'followed';
export type Own = {
  list: OwnList;
  personId: string;
  /** It has so many threads (`WIDE_FROM`) that going through the forum finds a page of them sooner than sorting them all. */
  isWide: boolean;
  /** Ids of what is followed as a whole. */
  categoryIds: readonly string[];
  tagIds: readonly string[];
};

/** Answers of the shop's people are everywhere, and a category may be half the forum. A list with so many threads has more than
 * are counted, even if each were told of by five tags. */
export const WIDE_FROM = 4000;

/** How much there is of a list, counted up to `WIDE_FROM`, and what is followed as a whole. */
export async function ownList(list: OwnList, me: string): Promise<Own> {
  const [row] = await db.$queryRaw<Sizes[]>(ownListStatement(list, me));
  return {
    list,
    personId: me,
    isWide: Number(row?.entries ?? 0) >= WIDE_FROM,
    categoryIds: row?.categories?.split(',') ?? [],
    tagIds: row?.tags?.split(',') ?? [],
  };
}

type Sizes = { entries: bigint | number; categories: string | null; tags: string | null };

/** The one statement of `ownList`. */
export function ownListStatement(list: OwnList, me: string): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`SELECT COUNT(*) AS "entries", NULL AS "categories", NULL AS "tags" FROM (
      SELECT DISTINCT "threadId" FROM "Reply" WHERE "authorId" = ${me} LIMIT ${WIDE_FROM}) AS answered`;
  }
  const [ofCategory, ofTag] = [
    Prisma.sql`SELECT 1 FROM "Thread" c WHERE c."categoryId" = f."categoryId"
      ORDER BY c."lastActivityAt" LIMIT ${WIDE_FROM}`,
    Prisma.sql`SELECT 1 FROM "ThreadTag" g WHERE g."tagId" = f."tagId" LIMIT ${WIDE_FROM}`,
  ];
  return Prisma.sql`SELECT COALESCE(SUM(
      (SELECT COUNT(*) FROM (${ofCategory}) AS a) + (SELECT COUNT(*) FROM (${ofTag}) AS b)), 0) AS "entries",
    string_agg(f."categoryId", ',') AS "categories", string_agg(f."tagId", ',') AS "tags"
    FROM "Follow" f WHERE ${follows(me)} AND f."threadId" IS NULL`;
}

/** The ids of a list that is not wide: only of what belongs to this person is read, however large the forum. */
export function ownIds({ list, personId: me, categoryIds, tagIds }: Own): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`SELECT "id" FROM "Thread" WHERE "authorId" = ${me}
      UNION SELECT "threadId" FROM "Reply" WHERE "authorId" = ${me}`;
  }
  // Asked with the ids: joined with the follows, PostgreSQL would read all threads for them.
  const ways = [
    Prisma.sql`SELECT f."threadId" AS "id" FROM "Follow" f WHERE ${follows(me)} AND f."threadId" IS NOT NULL`,
  ];
  if (categoryIds.length > 0) {
    ways.push(
      Prisma.sql`SELECT c."id" FROM "Thread" c WHERE c."categoryId" IN (${Prisma.join([...categoryIds])})`,
    );
  }
  if (tagIds.length > 0) {
    ways.push(
      Prisma.sql`SELECT g."threadId" FROM "ThreadTag" g WHERE g."tagId" IN (${Prisma.join([...tagIds])})`,
    );
  }
  return Prisma.sql`${Prisma.join(ways, ' UNION ')} EXCEPT ${stopped(me)}`;
}

/** Whether the thread `t` is on a wide list. What is asked about each thread is an inner question with "= 1": EXISTS, PostgreSQL
 * may answer by reading everything this person ever wrote; and without "= TRUE" SQLite would take an index for each part. */
export function isOwn({ list, personId: me, categoryIds, tagIds }: Own): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`(t."authorId" = ${me} OR (
      SELECT 1 FROM "Reply" r WHERE r."authorId" = ${me} AND r."threadId" = t."id" LIMIT 1) = 1) = TRUE`;
  }
  const ways = [
    Prisma.sql`t."id" IN (SELECT f."threadId" FROM "Follow" f WHERE ${follows(me)} AND f."threadId" IS NOT NULL)`,
  ];
  if (categoryIds.length > 0) ways.unshift(Prisma.sql`t."categoryId" IN (${Prisma.join([...categoryIds])})`);
  if (tagIds.length > 0) {
    ways.push(Prisma.sql`(SELECT 1 FROM "ThreadTag" g
      WHERE g."threadId" = t."id" AND g."tagId" IN (${Prisma.join([...tagIds])}) LIMIT 1) = 1`);
  }
  return Prisma.sql`(${Prisma.join(ways, ' OR ')}) = TRUE AND (t."id" NOT IN (${stopped(me)})) = TRUE`;
}

const follows = (me: string) => Prisma.sql`f."personId" = ${me} AND f."stoppedAt" IS NULL`;

const stopped = (me: string) => Prisma.sql`SELECT f."threadId" FROM "Follow" f
  WHERE f."personId" = ${me} AND f."threadId" IS NOT NULL AND f."stoppedAt" IS NOT NULL`;
