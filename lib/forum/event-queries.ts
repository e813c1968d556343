import type { Actor } from '@/lib/accounts/schema';
import { db, Prisma } from '@/lib/db/client';
import { threadHref } from '@/lib/forum/rules';
import { isVisibleThread } from '@/lib/forum/sql-parts';

/** One thing that happened to a thread, as its page tells it between the replies. */
export type EventLine = {
  id: string;
  /** `ThreadEventKind`; a row of an older version may say something else. */
  kind: string;
  at: Date;
  /** Null when the site did it by its rules. */
  by: string | null;
  /** The other thread of a duplicate, merge or split, while this person may see it. */
  other: { href: string; title: string } | null;
  replyId: string | null;
  note: string;
};

/** More lines than this tell the history of an argument, not of a problem; the latest are shown. */
const EVENTS_SHOWN = 50;

type Row = Omit<EventLine, 'at' | 'other'> & {
  at: Date | string;
  otherId: string | null;
  otherSlug: string;
  otherTitle: string;
};

/** What happened to a thread, in time order; one statement.
 * @param between from (inclusive) and to (exclusive); null is open */
export async function threadEvents(
  threadId: string,
  actor: Actor | null,
  between: { from: Date | null; to: Date | null },
): Promise<EventLine[]> {
  const { from, to } = between;
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."id", e."kind", e."at", e."replyId", e."note", p."name" AS "by",
      o."id" AS "otherId", o."slug" AS "otherSlug", o."title" AS "otherTitle"
    FROM "ThreadEvent" e
      LEFT JOIN "Person" p ON p."id" = e."byId"
      LEFT JOIN "Thread" o ON o."id" = e."otherThreadId" AND ${isVisibleThread('o', actor)}
    WHERE e."threadId" = ${threadId}
      ${from ? Prisma.sql`AND e."at" >= ${from}` : Prisma.empty} ${to ? Prisma.sql`AND e."at" < ${to}` : Prisma.empty}
    ORDER BY e."at" DESC, e."id" DESC LIMIT ${EVENTS_SHOWN}`;
  return rows.reverse().map(({ otherId, otherSlug, otherTitle, at, ...row }) => ({
    ...row,
    at: new Date(at),
    other:
      otherId === null ? null : { href: threadHref({ id: otherId, slug: otherSlug }), title: otherTitle },
  }));
}
