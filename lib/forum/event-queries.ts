import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { visibleThreads } from '@/lib/forum/make-thread-cards';
import { threadHref } from '@/lib/forum/rules';

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

/** What happened to a thread, in time order.
 * @param between from (inclusive) and to (exclusive); null is open */
export async function threadEvents(
  threadId: string,
  actor: Actor | null,
  between: { from: Date | null; to: Date | null },
): Promise<EventLine[]> {
  const rows = await db.threadEvent.findMany({
    where: {
      threadId,
      at: { ...(between.from ? { gte: between.from } : {}), ...(between.to ? { lt: between.to } : {}) },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: EVENTS_SHOWN,
    select: {
      id: true,
      kind: true,
      at: true,
      by: { select: { name: true } },
      otherThreadId: true,
      replyId: true,
      note: true,
    },
  });
  const otherIds = rows.flatMap(({ otherThreadId }) => otherThreadId ?? []);
  const others =
    otherIds.length === 0
      ? []
      : await db.thread.findMany({
          where: { AND: [{ id: { in: otherIds } }, visibleThreads(actor)] },
          select: { id: true, slug: true, title: true },
        });
  const byId = new Map(others.map((row) => [row.id, { href: threadHref(row), title: row.title }]));
  return rows.reverse().map(({ by, otherThreadId, ...row }) => ({
    ...row,
    by: by?.name ?? null,
    other: byId.get(otherThreadId ?? '') ?? null,
  }));
}
