import type { Actor } from '@/lib/accounts/schema';
import { later, now } from '@/lib/clock';
import { db, hoursSince, Prisma } from '@/lib/db/client';
import { type CardRow, makeThreadCard, type ThreadCard } from '@/lib/forum/make-thread-cards';
import type { StateFilter } from '@/lib/forum/queries';
import {
  AGE_COUNTS_FROM,
  AGE_COUNTS_UP_TO,
  EXCERPT_SOURCE,
  HOURS_COUNTED_AT_MOST,
  threadHref,
} from '@/lib/forum/rules';
import { readTags, tagsColumn } from '@/lib/forum/sql-parts';
import { avatarFile, isVerifiedBuyer, standingOf } from '@/lib/forum/standing-queries';
import { PER_PAGE } from '@/lib/web/page-number';

/** Lists that only somebody signed in has: what they asked or answered, and what they follow. */
export type OwnList = 'mine' | 'followed';
export type ListFilter = {
  /** Ids. */
  categoryId?: string;
  tagId?: string;
  state?: StateFilter;
  list?: OwnList;
  /** From 1. */
  page: number;
};
export type ListedThread = ThreadCard & {
  /** Replies since this person last read it; 0 for whoever has not read it yet. */
  newReplies: number;
  /** Where the same problem is talked about; null where it is here. */
  sameAs: { href: string; title: string } | null;
};
export type ForumPage = {
  items: ListedThread[];
  /** How many there are, counted up to `COUNTED_AT_MOST`. */
  total: number;
  /** There are more than were counted. */
  isMore: boolean;
  page: number;
  perPage: number;
};

/** Twenty pages: nobody needs to know how many there are beyond, and each that is counted is read. Of a million replies'
 * threads three thousand would cost 10 ms, more than everything else of the list. */
export const COUNTED_AT_MOST = 20 * PER_PAGE;
/** Of the questions younger than two weeks the newest so many are ranked; a shop with more has other worries. */
const YOUNG_AT_MOST = 3000;

const T = Prisma.sql`"Thread" t`;
/** "= TRUE", here and below: SQLite would take an index for a condition that nearly every thread meets, and sort all. */
const isListed = Prisma.sql`(t."mergedIntoId" IS NULL) = TRUE
  AND NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."threadId" = t."id")`;

/** A duplicate waits for nothing: its target does. */
const isNoDuplicate = Prisma.sql`NOT EXISTS (SELECT 1 FROM "DuplicateLink" d WHERE d."threadId" = t."id")`;

const states: Record<StateFilter, Prisma.Sql> = {
  solved: Prisma.sql`t."acceptedCount" > 0`,
  unsolved: Prisma.sql`t."acceptedCount" = 0 AND ${isNoDuplicate}`,
  unanswered: Prisma.sql`t."acceptedCount" = 0 AND t."replyCount" = 0 AND ${isNoDuplicate}`,
};

/** Only of what belongs to this person is read, however large the forum. */
function ownList(list: OwnList, me: string): Prisma.Sql {
  if (list === 'mine') {
    return Prisma.sql`t."id" IN (
      SELECT "id" FROM "Thread" WHERE "authorId" = ${me}
      UNION SELECT "threadId" FROM "Reply" WHERE "authorId" = ${me})`;
  }
  const mine = Prisma.sql`f."personId" = ${me} AND f."stoppedAt" IS NULL`;
  return Prisma.sql`t."id" IN (
      SELECT f."threadId" FROM "Follow" f WHERE ${mine} AND f."threadId" IS NOT NULL
      UNION SELECT c."id" FROM "Follow" f JOIN "Thread" c ON c."categoryId" = f."categoryId" WHERE ${mine}
      UNION SELECT g."threadId" FROM "Follow" f JOIN "ThreadTag" g ON g."tagId" = f."tagId" WHERE ${mine})
    AND NOT EXISTS (SELECT 1 FROM "Follow" f
      WHERE f."personId" = ${me} AND f."threadId" = t."id" AND f."stoppedAt" IS NOT NULL)`;
}

function conditions(filter: ListFilter, actor: Actor | null): Prisma.Sql {
  const all = [isListed];
  if (filter.categoryId !== undefined) all.push(Prisma.sql`t."categoryId" = ${filter.categoryId}`);
  if (filter.tagId !== undefined) {
    all.push(Prisma.sql`t."id" IN (SELECT "threadId" FROM "ThreadTag" WHERE "tagId" = ${filter.tagId})`);
  }
  if (filter.state) all.push(states[filter.state]);
  if (filter.list && actor) all.push(ownList(filter.list, actor.id));
  return Prisma.join(all, ' AND ');
}

/** One page of a list of the forum: the last moved first, unsolved ones by how much they press. One statement, whatever
 * is on the page.
 * @param actor `list` is empty for a visitor, who has none */
export async function forumPage(filter: ListFilter, actor: Actor | null): Promise<ForumPage> {
  const { page } = filter;
  if (filter.list && !actor) return { items: [], total: 0, isMore: false, page, perPage: PER_PAGE };
  const rows = await db.$queryRaw<Row[]>(listStatement(filter, actor));
  const counted = Number(rows[0]?.total ?? 0);
  return {
    items: rows.map(listedThread),
    total: Math.min(counted, COUNTED_AT_MOST),
    isMore: counted > COUNTED_AT_MOST,
    page,
    perPage: PER_PAGE,
  };
}

/** The one statement of `forumPage`. */
export function listStatement(filter: ListFilter, actor: Actor | null): Prisma.Sql {
  const where = conditions(filter, actor);
  const part = { take: PER_PAGE, skip: (filter.page - 1) * PER_PAGE };
  return cards(
    filter.state === 'unsolved' ? byUrgency(where, part) : byActivity(where, part),
    actor,
    Prisma.sql`(SELECT COUNT(*) FROM (SELECT 1 FROM ${T} WHERE ${where} LIMIT ${COUNTED_AT_MOST + 1}) AS counted)`,
  );
}

/** The threads that moved last. @param _actor lists are the same for everybody */
export async function latestThreads(_actor: Actor | null, n: number): Promise<ThreadCard[]> {
  const rows = await db.$queryRaw<Row[]>(cards(byActivity(isListed, { take: n, skip: 0 }), null));
  return rows.map(listedThread);
}

/** Open questions that press most: people affected × age (lib/forum/rules.ts); locked ones wait for nobody. */
export async function unsolvedThreads(_actor: Actor | null, n: number): Promise<ThreadCard[]> {
  const where = Prisma.sql`${isListed} AND t."acceptedCount" = 0 AND ${isNoDuplicate}
    AND NOT EXISTS (SELECT 1 FROM "ThreadLock" l WHERE l."threadId" = t."id")`;
  const rows = await db.$queryRaw<Row[]>(cards(byUrgency(where, { take: n, skip: 0 }), null));
  return rows.map(listedThread);
}

type Part = { take: number; skip: number };

function byActivity(where: Prisma.Sql, { take, skip }: Part): Prisma.Sql {
  return Prisma.sql`SELECT t."id", 0 AS "urgency" FROM ${T} WHERE ${where}
    ORDER BY t."lastActivityAt" DESC, t."id" DESC LIMIT ${take} OFFSET ${skip}`;
}

/** `byUrgency` of the rules without looking at every open question: from two weeks on age counts no further, so the old
 * ones come from an index by people affected, no more than the page can show; the young ones are ranked among them. */
function byUrgency(where: Prisma.Sql, { take, skip }: Part): Prisma.Sql {
  const at = now();
  const old = later(at, -AGE_COUNTS_UP_TO);
  const hours = hoursSince(Prisma.sql`t."createdAt"`, at);
  const young = Prisma.sql`CASE WHEN t."createdAt" > ${later(at, -AGE_COUNTS_FROM)} THEN 1 ELSE ${hours} END`;
  return Prisma.sql`SELECT * FROM (
      SELECT * FROM (
        SELECT t."id", t."lastActivityAt", (1 + t."meTooCount") * ${Prisma.raw(String(HOURS_COUNTED_AT_MOST))}.0 AS "urgency"
        FROM ${T} WHERE ${where} AND (t."createdAt" <= ${old}) = TRUE
        ORDER BY t."meTooCount" DESC, t."lastActivityAt" DESC LIMIT ${take + skip}) AS grown
      UNION ALL SELECT * FROM (
        SELECT t."id", t."lastActivityAt", (1 + t."meTooCount") * (${young}) AS "urgency"
        FROM ${T} WHERE ${where} AND t."createdAt" > ${old}
        ORDER BY t."createdAt" DESC LIMIT ${YOUNG_AT_MOST}) AS fresh) AS candidates
    ORDER BY "urgency" DESC, "lastActivityAt" DESC, "id" DESC LIMIT ${take} OFFSET ${skip}`;
}

type Row = Omit<
  CardRow,
  'lock' | 'hiding' | 'category' | 'tags' | 'author' | 'createdAt' | 'lastActivityAt'
> & {
  createdAt: Date | string;
  lastActivityAt: Date | string;
  lastNumber: number;
  categorySlug: string;
  categoryName: string;
  authorName: string;
  authorRole: CardRow['author']['role'];
  authorSource: string | null;
  authorAvatar: string | null;
  authorBought: boolean | number | bigint;
  lockId: string | null;
  readNumber: number | null;
  tags: string | null;
  targetId: string | null;
  targetSlug: string;
  targetTitle: string;
  total: bigint | number | null;
};

/** Everything the rows of a list show of the chosen threads, in one statement. */
function cards(chosen: Prisma.Sql, actor: Actor | null, total = Prisma.sql`NULL`): Prisma.Sql {
  return Prisma.sql`WITH chosen AS (${chosen})
    SELECT t."id", t."slug", t."title", substr(t."body", 1, ${Prisma.raw(String(EXCERPT_SOURCE))}) AS "body",
      t."authorId", t."replyCount", t."acceptedCount", t."meTooCount", t."createdAt", t."lastActivityAt",
      t."lastNumber", c."slug" AS "categorySlug", c."name" AS "categoryName", p."name" AS "authorName",
      p."role" AS "authorRole", p."sourceUrl" AS "authorSource",
      ${avatarFile} AS "authorAvatar", ${isVerifiedBuyer} AS "authorBought", l."id" AS "lockId", r."number" AS "readNumber",
      ${tagsColumn} AS "tags", o."id" AS "targetId", o."slug" AS "targetSlug", o."title" AS "targetTitle",
      ${total} AS "total"
    FROM chosen JOIN ${T} ON t."id" = chosen."id"
      JOIN "Category" c ON c."id" = t."categoryId"
      JOIN "Person" p ON p."id" = t."authorId"
      LEFT JOIN "ThreadLock" l ON l."threadId" = t."id"
      LEFT JOIN "DuplicateLink" d ON d."threadId" = t."id"
      LEFT JOIN "Thread" o ON o."id" = d."targetId" AND NOT EXISTS (SELECT 1 FROM "Hiding" z WHERE z."threadId" = o."id")
      LEFT JOIN "ReadPosition" r ON r."threadId" = t."id" AND r."personId" = ${actor?.id ?? ''}
    ORDER BY chosen."urgency" DESC, t."lastActivityAt" DESC, t."id" DESC`;
}

function listedThread(row: Row): ListedThread {
  const standing = standingOf({ avatar: row.authorAvatar, buyer: row.authorBought, products: null });
  const facts = {
    ...row,
    createdAt: new Date(row.createdAt),
    lastActivityAt: new Date(row.lastActivityAt),
    lock: row.lockId ? { id: row.lockId } : null,
    hiding: null,
    category: { slug: row.categorySlug, name: row.categoryName },
    tags: readTags(row.tags).map((tag) => ({ tag })),
    author: { id: row.authorId, name: row.authorName, role: row.authorRole, sourceUrl: row.authorSource },
  };
  const card = makeThreadCard(facts, standing);
  return {
    ...card,
    newReplies: row.readNumber === null ? 0 : Math.max(0, row.lastNumber - row.readNumber),
    sameAs:
      row.targetId === null
        ? null
        : { href: threadHref({ id: row.targetId, slug: row.targetSlug }), title: row.targetTitle },
  };
}

/** The categories that have something to read, in the owner's order; empty ones are not offered. */
export async function forumShelves(): Promise<{ slug: string; name: string }[]> {
  return db.$queryRaw`SELECT c."slug", c."name" FROM "Category" c
    WHERE EXISTS (SELECT 1 FROM ${T} WHERE t."categoryId" = c."id" AND ${isListed})
    ORDER BY c."position", c."name"`;
}

/** Talk of the last so many threads: a count over all of them would cost the more the more there are. */
const TAGS_FROM = 500;
/** Nobody reads more names than this below a list. */
const TAGS_SHOWN = 16;

/** The tags that the threads moved last carry most. */
export async function usedTags(): Promise<{ slug: string; name: string }[]> {
  return db.$queryRaw`SELECT g."slug", g."name" FROM (
      SELECT t."id" FROM ${T} WHERE ${isListed} ORDER BY t."lastActivityAt" DESC LIMIT ${TAGS_FROM}) AS recent
    JOIN "ThreadTag" x ON x."threadId" = recent."id" JOIN "Tag" g ON g."id" = x."tagId"
    GROUP BY g."id", g."slug", g."name" ORDER BY COUNT(*) DESC, g."slug" LIMIT ${TAGS_SHOWN}`;
}

/** One tag that a listed thread carries, or null. */
export async function threadTag(
  slug: string,
): Promise<{ id: string; slug: string; name: string; description: string } | null> {
  return db.tag.findFirst({
    where: { slug, threads: { some: { thread: { hiding: null, mergedIntoId: null } } } },
    select: { id: true, slug: true, name: true, description: true },
  });
}
