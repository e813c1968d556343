import type { Actor } from '@/lib/accounts/schema';
import { db, Prisma } from '@/lib/db/client';
import { listed } from '@/lib/forum/queries';
import { type ThreadState, threadHref, threadState } from '@/lib/forum/rules';
import { isVisibleReply, isVisibleThread, readTags, tagsColumn } from '@/lib/forum/sql-parts';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

export type FoundThread = {
  id: string;
  state: ThreadState;
  category: { slug: string; name: string };
  tags: { slug: string; name: string }[];
  /** The published article that was made of it. */
  articleId: string | null;
  /** The thread about the same problem, where to read on. */
  duplicateOf: string | null;
  standing: { solved: boolean; promoted: boolean; helped: number; outdated: boolean; at: Date };
};

const isShownAnswer = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."replyId" = s."replyId")`;
const mostVotes = (of: Prisma.Sql) => Prisma.sql`(SELECT MAX(r."voteCount") FROM "Reply" r ${of}
  WHERE r."threadId" = t."id" AND r."voteCount" > 0 AND ${isVisibleReply(null)})`;
/** `helpedByThreads` of the thread `t`. */
const helpedColumn = Prisma.sql`COALESCE(${mostVotes(Prisma.sql`JOIN "AcceptedAnswer" s ON s."replyId" = r."id"`)},
  ${mostVotes(Prisma.empty)}, 0)`;

type FoundRow = {
  id: string;
  acceptedCount: number;
  replyCount: number;
  lastActivityAt: Date | string;
  categorySlug: string;
  categoryName: string;
  tags: string | null;
  articleId: string | null;
  targetId: string | null;
  helped: number | bigint | null;
  answers: number | bigint;
  doubted: number | bigint;
};

/** What search needs to filter, count and weigh threads, without their texts, in one statement. Hidden ones are left out for everybody: the staff
 * finds them in the desk, not here. @param _actor results are the same for everybody */
export async function threadsFound(ids: readonly string[], _actor: Actor | null): Promise<FoundThread[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<FoundRow[]>`
    SELECT t."id", t."acceptedCount", t."replyCount", t."lastActivityAt",
      c."slug" AS "categorySlug", c."name" AS "categoryName", ${tagsColumn} AS "tags",
      a."id" AS "articleId", d."targetId", ${helpedColumn} AS "helped",
      (SELECT COUNT(*) FROM "AcceptedAnswer" s WHERE s."threadId" = t."id" AND ${isShownAnswer}) AS "answers",
      (SELECT COUNT(*) FROM "AcceptedAnswer" s WHERE s."threadId" = t."id" AND ${isShownAnswer}
        AND (s."reviewSince" IS NOT NULL OR s."outdatedAt" IS NOT NULL)) AS "doubted"
    FROM "Thread" t
      JOIN "Category" c ON c."id" = t."categoryId"
      LEFT JOIN "Article" a ON a."fromThreadId" = t."id" AND a."state" = 'published'
      LEFT JOIN "DuplicateLink" d ON d."threadId" = t."id"
    WHERE t."id" IN (${Prisma.join([...ids])}) AND ${isVisibleThread('t', null)}`;
  return rows.map((row) => ({
    id: row.id,
    state: threadState(row),
    category: { slug: row.categorySlug, name: row.categoryName },
    tags: readTags(row.tags),
    articleId: row.articleId,
    duplicateOf: row.targetId,
    standing: {
      solved: row.acceptedCount > 0,
      promoted: row.articleId !== null,
      helped: Number(row.helped ?? 0),
      outdated: row.answers > 0 && Number(row.answers) === Number(row.doubted),
      at: new Date(row.lastActivityAt),
    },
  }));
}

/** What is needed to lead to threads, what is hidden or merged is left out for everybody. */
export async function threadTitles(
  ids: readonly string[],
): Promise<{ id: string; title: string; href: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db.thread.findMany({
    where: { AND: [{ id: { in: [...ids] } }, listed] },
    select: { id: true, slug: true, title: true },
  });
  return rows.map((row) => ({ id: row.id, title: row.title, href: threadHref(row) }));
}

/** How many people found the answer of each thread helpful: the accepted reply's votes, or those of the best one while
 * none is accepted. Threads without votes are left out. */
export async function helpedByThreads(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const replies = await db.reply.findMany({
    where: { threadId: { in: [...ids] }, hiding: null, voteCount: { gt: 0 } },
    select: { threadId: true, voteCount: true, accepted: { select: { id: true } } },
  });
  const most = (of: typeof replies) => {
    const votes = new Map<string, number>();
    for (const { threadId, voteCount } of of) {
      votes.set(threadId, Math.max(votes.get(threadId) ?? 0, voteCount));
    }
    return votes;
  };
  return new Map([...most(replies), ...most(replies.filter((reply) => reply.accepted))]);
}

/** Only the start of an answer is read: a suggestion shows two lines of it. */
const ANSWER_SOURCE = 800;
const ANSWER_LENGTH = 180;

/** The first words of what solved each thread, as plain text; threads without an accepted answer are left out. */
export async function answersOfThreads(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.acceptedAnswer.findMany({
    where: {
      threadId: { in: [...ids] },
      reviewSince: null,
      outdatedAt: null,
      thread: listed,
      reply: { hiding: null },
    },
    select: { threadId: true, reply: { select: { body: true } } },
    // The first accepted one is set last, and stays.
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return new Map(
    rows.map(({ threadId, reply }) => [
      threadId,
      plainText(beginningOfMarkdown(reply.body, ANSWER_SOURCE), ANSWER_LENGTH),
    ]),
  );
}
