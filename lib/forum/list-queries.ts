import type { Actor } from '@/lib/accounts/schema';
import { db, Prisma } from '@/lib/db/client';
import {
  byActivity,
  byUrgency,
  type Choice,
  COUNTED_AT_MOST,
  chooseThreads,
  isListed,
  isOpen,
  T,
  type Wanted,
} from '@/lib/forum/choose-threads';
import { type CardRow, makeThreadCard, type ThreadCard } from '@/lib/forum/make-thread-cards';
import { type OwnList, ownList } from '@/lib/forum/own-lists';
import { EXCERPT_SOURCE, threadHref } from '@/lib/forum/rules';
import { readTags, tagsColumn } from '@/lib/forum/sql-parts';
import { avatarFile, isVerifiedBuyer, standingOf } from '@/lib/forum/standing-queries';
import { PER_PAGE } from '@/lib/web/page-number';

export type ListFilter = Omit<Wanted, 'own'> & {
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

/** One page of a list of the forum: the last moved first, unsolved ones by how much they press. One statement, whatever
 * is on the page; a list of one's own begins with one that asks how long it is.
 * @param actor `list` is empty for a visitor, who has none */
export async function forumPage(filter: ListFilter, actor: Actor | null): Promise<ForumPage> {
  const { list, ...rest } = filter;
  const { page } = rest;
  if (list && !actor) return { items: [], total: 0, isMore: false, page, perPage: PER_PAGE };
  const own = list && actor ? await ownList(list, actor.id) : undefined;
  const rows = await db.$queryRaw<Row[]>(listStatement({ ...rest, own }, actor));
  const counted = Number(rows[0]?.total ?? 0);
  return {
    items: rows.map(listedThread),
    total: Math.min(counted, COUNTED_AT_MOST),
    isMore: counted > COUNTED_AT_MOST,
    page,
    perPage: PER_PAGE,
  };
}

/** The one statement of a page's rows. */
export function listStatement(
  { page, ...wanted }: Wanted & { page: number },
  actor: Actor | null,
): Prisma.Sql {
  const part = { take: PER_PAGE, skip: (page - 1) * PER_PAGE };
  return cards(chooseThreads(wanted, part), actor);
}

/** The threads that moved last. @param _actor lists are the same for everybody */
export async function latestThreads(_actor: Actor | null, n: number): Promise<ThreadCard[]> {
  const named = byActivity(isListed, { take: n, skip: 0 });
  const rows = await db.$queryRaw<Row[]>(cards({ named, total: uncounted }, null));
  return rows.map(listedThread);
}

/** Open questions that press most: people affected × age (lib/forum/rules.ts); locked ones wait for nobody. */
export async function unsolvedThreads(_actor: Actor | null, n: number): Promise<ThreadCard[]> {
  const where = Prisma.sql`${isListed} AND ${isOpen}
    AND NOT EXISTS (SELECT 1 FROM "ThreadLock" l WHERE l."threadId" = t."id")`;
  const named = byUrgency(where, { take: n, skip: 0 });
  const rows = await db.$queryRaw<Row[]>(cards({ named, total: uncounted }, null));
  return rows.map(listedThread);
}

const uncounted = Prisma.sql`NULL`;

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
function cards({ named, total }: Choice, actor: Actor | null): Prisma.Sql {
  return Prisma.sql`WITH ${named}
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
  return db.$queryRaw(shelvesStatement());
}

/** The one statement of `forumShelves`. An inner question for each category, answered by its index because it asks in that
 * order: EXISTS, PostgreSQL answers for all of them at once, by reading every thread. */
export function shelvesStatement(): Prisma.Sql {
  return Prisma.sql`SELECT c."slug", c."name" FROM "Category" c
    WHERE (SELECT 1 FROM ${T} WHERE t."categoryId" = c."id" AND ${isListed}
      ORDER BY t."lastActivityAt" DESC LIMIT 1) = 1
    ORDER BY c."position", c."name"`;
}

/** Talk of the last so many threads: a count over all of them would cost the more the more there are. */
const TAGS_FROM = 200;
/** Nobody reads more names than this below a list. */
const TAGS_SHOWN = 16;

/** The tags that the threads moved last carry most. */
export async function usedTags(): Promise<{ slug: string; name: string }[]> {
  return db.$queryRaw(usedTagsStatement());
}

/** The one statement of `usedTags`. CROSS JOIN is what SQLite keeps in its order; else it may begin with all that any tag stands
 * on. */
export function usedTagsStatement(): Prisma.Sql {
  return Prisma.sql`SELECT g."slug", g."name" FROM (
      SELECT t."id" FROM ${T} WHERE ${isListed} ORDER BY t."lastActivityAt" DESC LIMIT ${TAGS_FROM}) AS recent
    CROSS JOIN "ThreadTag" x CROSS JOIN "Tag" g
    WHERE x."threadId" = recent."id" AND g."id" = x."tagId"
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
