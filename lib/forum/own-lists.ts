import { Prisma } from '@/lib/db/client';

/** Lists that only somebody signed in has: what they asked or answered, and what they follow. */
export type OwnList = 'mine' | 'followed';
export type Own = {
  list: OwnList;
  personId: string;
  /** It has so many threads (`WIDE_FROM`) that going through the forum finds a page of them sooner than sorting them all. */
  isWide: boolean;
};

/** Answers of the shop's people are everywhere, and a category may be half the forum. A list with so many threads has more than
 * are counted, even if each were told of by five tags. */
export const WIDE_FROM = 4000;

/** Of a list no more than `WIDE_FROM` entries, as one number, `entries`. */
export function ownEntries(list: OwnList, me: string): Prisma.Sql {
  const entries =
    list === 'mine'
      ? Prisma.sql`SELECT DISTINCT "threadId" FROM "Reply" WHERE "authorId" = ${me}`
      : Prisma.sql`SELECT 1 FROM "Follow" f JOIN "Thread" c ON c."categoryId" = f."categoryId" WHERE ${follows(me)}
          UNION ALL SELECT 1 FROM "Follow" f JOIN "ThreadTag" g ON g."tagId" = f."tagId" WHERE ${follows(me)}`;
  return Prisma.sql`SELECT COUNT(*) AS "entries" FROM (${entries} LIMIT ${WIDE_FROM}) AS counted`;
}

/** The ids of a list that is not wide: only of what belongs to this person is read, however large the forum. */
export function ownIds(list: OwnList, me: string): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`SELECT "id" FROM "Thread" WHERE "authorId" = ${me}
      UNION SELECT "threadId" FROM "Reply" WHERE "authorId" = ${me}`;
  }
  return Prisma.sql`SELECT f."threadId" AS "id" FROM "Follow" f WHERE ${follows(me)} AND f."threadId" IS NOT NULL
      UNION SELECT c."id" FROM "Follow" f JOIN "Thread" c ON c."categoryId" = f."categoryId" WHERE ${follows(me)}
      UNION SELECT g."threadId" FROM "Follow" f JOIN "ThreadTag" g ON g."tagId" = f."tagId" WHERE ${follows(me)}
    EXCEPT SELECT f."threadId" FROM "Follow" f
      WHERE f."personId" = ${me} AND f."threadId" IS NOT NULL AND f."stoppedAt" IS NOT NULL`;
}

/** Whether the thread `t` is on a wide list. Inner questions with "= 1": EXISTS, PostgreSQL may answer by reading everything
 * this person ever wrote. */
export function isOwn(list: OwnList, me: string): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`(t."authorId" = ${me} OR (
      SELECT 1 FROM "Reply" r WHERE r."authorId" = ${me} AND r."threadId" = t."id" LIMIT 1) = 1)`;
  }
  return Prisma.sql`((SELECT 1 FROM "Follow" f WHERE ${follows(me)} AND f."categoryId" = t."categoryId") = 1
      OR (SELECT 1 FROM "Follow" f WHERE ${follows(me)} AND f."threadId" = t."id") = 1
      OR (SELECT 1 FROM "ThreadTag" g JOIN "Follow" f ON f."tagId" = g."tagId"
        WHERE ${follows(me)} AND g."threadId" = t."id" LIMIT 1) = 1)
    AND NOT EXISTS (SELECT 1 FROM "Follow" f
      WHERE f."personId" = ${me} AND f."threadId" = t."id" AND f."stoppedAt" IS NOT NULL)`;
}

const follows = (me: string) => Prisma.sql`f."personId" = ${me} AND f."stoppedAt" IS NULL`;
