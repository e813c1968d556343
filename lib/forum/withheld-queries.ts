import { REMOVED_TEXT } from '@/lib/accounts/leaving/schema';
import { db, Prisma } from '@/lib/db/client';
import { repliesReportedByBuyers } from '@/lib/forum/standing-queries';

/** What of the posts that a text names is not for every reader: hidden, folded until the shop has looked, or gone. */
export type Withheld = {
  /** Of the ids that were asked for. */
  ids: ReadonlySet<string>;
  /** Markdown of replies withheld in the threads that were named, answers first: a text may repeat them. */
  replies: string[];
};

type Row = { id: string; kind: 'thread' | 'reply' | 'withheld'; body: string };

/** Looks up, in one statement, which of these threads and replies everybody may read. A reply counts where it stands now: merged,
 * or split off, when its id is that of a thread.
 * @param ids of threads and replies */
export async function withheldOf(ids: readonly string[]): Promise<Withheld> {
  if (ids.length === 0) return { ids: new Set(), replies: [] };
  const named = Prisma.join([...ids]);
  const isHidden = (thread: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Hiding" v WHERE v."threadId" = ${thread})`;
  const places = Prisma.sql`SELECT coalesce(m."mergedIntoId", m."id") FROM "Thread" m WHERE m."id" IN (${named})`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."id", 'thread' AS "kind", '' AS "body", 0 AS "turn" FROM "Thread" t
    WHERE t."id" IN (${named})
      AND NOT ${isHidden(Prisma.sql`t."id"`)} AND NOT ${isHidden(Prisma.sql`t."mergedIntoId"`)}
    UNION ALL
    SELECT r."id", 'reply', '', 0 FROM "Reply" r
    WHERE r."id" IN (${named}) AND r."body" <> ${REMOVED_TEXT} AND NOT ${isHidden(Prisma.sql`r."threadId"`)}
    UNION ALL
    SELECT r."id", 'withheld', r."body", CASE WHEN a."id" IS NULL THEN 1 ELSE 0 END FROM "Reply" r
    LEFT JOIN "AcceptedAnswer" a ON a."replyId" = r."id"
    WHERE (r."threadId" IN (${places}) OR r."id" IN (${named}))
      AND (EXISTS (SELECT 1 FROM "Hiding" v WHERE v."replyId" = r."id") OR r."id" IN (${repliesReportedByBuyers}))
    ORDER BY "turn"`;
  const readable = new Set(rows.flatMap((row) => (row.kind === 'withheld' ? [] : [row.id])));
  const withheld = rows.filter((row) => row.kind === 'withheld');
  for (const { id } of withheld) readable.delete(id);
  return {
    ids: new Set(ids.filter((id) => !readable.has(id))),
    replies: withheld.map(({ body }) => body),
  };
}
