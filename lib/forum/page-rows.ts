import type { Actor } from '@/lib/accounts/schema';
import { db, Prisma } from '@/lib/db/client';
import type { PageRow, ReplyRow } from '@/lib/forum/make-thread-page';
import { dateOrNull, isVisibleReply, isVisibleThread, readTags, tagsColumn } from '@/lib/forum/sql-parts';
import { isReportedByBuyer } from '@/lib/forum/standing-queries';

/** A part of a thread, by the numbers of its replies: after `from`, up to `to`. */
export type Range = { from: number; to: number };

type Raw = Pick<
  PageRow,
  | 'id'
  | 'slug'
  | 'title'
  | 'body'
  | 'authorId'
  | 'replyCount'
  | 'acceptedCount'
  | 'meTooCount'
  | 'lastNumber'
  | 'sourceUrl'
  | 'duplicateCount'
> & {
  createdAt: Date | string;
  editedAt: Date | string | null;
  lockReason: string | null;
  lockAt: Date | string | null;
  hidingReason: string | null;
  hidingAt: Date | string | null;
  categorySlug: string;
  categoryName: string;
  tags: string | null;
  authorName: string;
  authorRole: PageRow['author']['role'];
  authorSource: string | null;
  targetId: string | null;
  targetSlug: string;
  targetTitle: string;
  targetAuthor: string;
  targetHiding: string | null;
  articleSlug: string | null;
  articleTitle: string;
  articleState: NonNullable<PageRow['article']>['state'];
  saidMeToo: number | bigint;
  hiddenSeen: number | bigint;
  nextAt: Date | string | null;
  reportedByBuyer: boolean | number | bigint;
};

type FoundRow = {
  row: PageRow;
  saidMeToo: boolean;
  /** Hidden replies that this person sees all the same. */
  hiddenSeen: number;
  /** When the first reply after the range was written; null when there is none. */
  nextAt: Date | null;
  /** A buyer reported the question, and the shop has not looked yet. */
  reportedByBuyer: boolean;
};

/** A thread with all that its page asks about it, in one statement; null when there is none for this person. */
export async function threadRow(id: string, actor: Actor | null, { to }: Range): Promise<FoundRow | null> {
  const me = actor?.id ?? '';
  const hiddenSeen = actor
    ? Prisma.sql`(SELECT COUNT(*) FROM "Hiding" y JOIN "Reply" r ON r."id" = y."replyId"
        WHERE r."threadId" = t."id" AND ${isVisibleReply(actor)})`
    : Prisma.sql`0`;
  const [found] = await db.$queryRaw<Raw[]>`
    SELECT t."id", t."slug", t."title", t."body", t."authorId", t."createdAt", t."editedAt", t."replyCount",
      t."acceptedCount", t."meTooCount", t."lastNumber", t."sourceUrl", t."duplicateCount",
      k."reason" AS "lockReason", k."at" AS "lockAt", h."reason" AS "hidingReason", h."at" AS "hidingAt",
      c."slug" AS "categorySlug", c."name" AS "categoryName", ${tagsColumn} AS "tags",
      p."name" AS "authorName", p."role" AS "authorRole", p."sourceUrl" AS "authorSource",
      o."id" AS "targetId", o."slug" AS "targetSlug", o."title" AS "targetTitle", o."authorId" AS "targetAuthor",
      z."id" AS "targetHiding",
      a."slug" AS "articleSlug", a."title" AS "articleTitle", a."state" AS "articleState",
      (SELECT COUNT(*) FROM "MeToo" m WHERE m."threadId" = t."id" AND m."personId" = ${me}) AS "saidMeToo",
      ${hiddenSeen} AS "hiddenSeen", ${isReportedByBuyer(Prisma.sql`f."threadId" = t."id"`)} AS "reportedByBuyer",
      (SELECT r."createdAt" FROM "Reply" r WHERE r."threadId" = t."id" AND r."number" > ${to}
        AND ${isVisibleReply(actor)} ORDER BY r."number" LIMIT 1) AS "nextAt"
    FROM "Thread" t
      JOIN "Category" c ON c."id" = t."categoryId"
      JOIN "Person" p ON p."id" = t."authorId"
      LEFT JOIN "ThreadLock" k ON k."threadId" = t."id"
      LEFT JOIN "Hiding" h ON h."threadId" = t."id"
      LEFT JOIN "DuplicateLink" d ON d."threadId" = t."id"
      LEFT JOIN "Thread" o ON o."id" = d."targetId"
      LEFT JOIN "Hiding" z ON z."threadId" = o."id"
      LEFT JOIN "Article" a ON a."fromThreadId" = t."id"
    WHERE t."id" = ${id} AND ${isVisibleThread('t', actor)}`;
  if (!found) return null;
  return {
    row: pageRow(found),
    saidMeToo: Number(found.saidMeToo) > 0,
    hiddenSeen: Number(found.hiddenSeen),
    nextAt: dateOrNull(found.nextAt),
    reportedByBuyer: Boolean(found.reportedByBuyer),
  };
}

function pageRow(found: Raw): PageRow {
  return {
    id: found.id,
    slug: found.slug,
    title: found.title,
    body: found.body,
    authorId: found.authorId,
    createdAt: new Date(found.createdAt),
    editedAt: dateOrNull(found.editedAt),
    replyCount: found.replyCount,
    acceptedCount: found.acceptedCount,
    meTooCount: found.meTooCount,
    lastNumber: found.lastNumber,
    sourceUrl: found.sourceUrl,
    duplicateCount: found.duplicateCount,
    lock: measure(found.lockReason, found.lockAt),
    hiding: measure(found.hidingReason, found.hidingAt),
    category: { slug: found.categorySlug, name: found.categoryName },
    tags: readTags(found.tags).map((tag) => ({ tag })),
    author: {
      id: found.authorId,
      name: found.authorName,
      role: found.authorRole,
      sourceUrl: found.authorSource,
    },
    duplicateOf:
      found.targetId === null
        ? null
        : {
            target: {
              id: found.targetId,
              slug: found.targetSlug,
              title: found.targetTitle,
              authorId: found.targetAuthor,
              hiding: found.targetHiding === null ? null : { id: found.targetHiding },
            },
          },
    article:
      found.articleSlug === null
        ? null
        : { slug: found.articleSlug, title: found.articleTitle, state: found.articleState },
  };
}

function measure(reason: string | null, at: Date | string | null): { reason: string; at: Date } | null {
  return at === null ? null : { reason: reason ?? '', at: new Date(at) };
}

type RawReply = Pick<ReplyRow, 'id' | 'number' | 'body' | 'authorId' | 'voteCount'> & {
  createdAt: Date | string;
  editedAt: Date | string | null;
  hidingReason: string | null;
  hidingAt: Date | string | null;
  acceptedAt: Date | string | null;
  assumed: boolean | number | null;
  reviewSince: Date | string | null;
  outdatedAt: Date | string | null;
  authorName: string;
  authorRole: ReplyRow['author']['role'];
  authorSource: string | null;
  reported: string | null;
  voted: string | null;
  reportedByBuyer: boolean | number | bigint;
};
export type ListedReplyRow = ReplyRow & { reportedByBuyer: boolean };

/** The replies of a range and those that solved the thread, wherever they stand, by number and in one statement. Both come by
 * an index of their own: a condition with "or" would have the whole thread read. */
export async function replyRows(
  threadId: string,
  actor: Actor | null,
  range: Range,
): Promise<ListedReplyRow[]> {
  const me = actor?.id ?? '';
  const rows = await db.$queryRaw<RawReply[]>`
    SELECT r."id", r."number", r."body", r."authorId", r."createdAt", r."editedAt", r."voteCount",
      h."reason" AS "hidingReason", h."at" AS "hidingAt",
      a."at" AS "acceptedAt", a."assumed", a."reviewSince", a."outdatedAt",
      p."name" AS "authorName", p."role" AS "authorRole", p."sourceUrl" AS "authorSource",
      e."personId" AS "reported", w."personId" AS "voted",
      ${isReportedByBuyer(Prisma.sql`f."replyId" = r."id"`)} AS "reportedByBuyer"
    FROM "Reply" r
      JOIN "Person" p ON p."id" = r."authorId"
      LEFT JOIN "Hiding" h ON h."replyId" = r."id"
      LEFT JOIN "AcceptedAnswer" a ON a."replyId" = r."id"
      LEFT JOIN "AnswerReport" e ON e."replyId" = r."id" AND e."personId" = ${me}
      LEFT JOIN "ReplyVote" w ON w."replyId" = r."id" AND w."personId" = ${me}
    WHERE r."id" IN (
        SELECT "id" FROM "Reply" WHERE "threadId" = ${threadId} AND "number" > ${range.from} AND "number" <= ${range.to}
        UNION SELECT "replyId" FROM "AcceptedAnswer" WHERE "threadId" = ${threadId} AND "outdatedAt" IS NULL)
      AND ${isVisibleReply(actor)}
    ORDER BY r."number"`;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    body: row.body,
    authorId: row.authorId,
    createdAt: new Date(row.createdAt),
    editedAt: dateOrNull(row.editedAt),
    voteCount: row.voteCount,
    hiding: measure(row.hidingReason, row.hidingAt),
    accepted:
      row.acceptedAt === null
        ? null
        : {
            at: new Date(row.acceptedAt),
            assumed: Boolean(row.assumed),
            reviewSince: dateOrNull(row.reviewSince),
            outdatedAt: dateOrNull(row.outdatedAt),
          },
    author: { id: row.authorId, name: row.authorName, role: row.authorRole, sourceUrl: row.authorSource },
    reports: row.reported === null ? [] : [{ personId: row.reported }],
    votes: row.voted === null ? [] : [{ personId: row.voted }],
    reportedByBuyer: Boolean(row.reportedByBuyer),
  }));
}
