import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { cardFields, makeThreadCard, type ThreadCard, visibleThreads } from '@/lib/forum/make-thread-cards';
import { standingsOf } from '@/lib/forum/standing-queries';
import { withheldOf } from '@/lib/forum/withheld-queries';
import { PER_PAGE } from '@/lib/web/page-number';

export type StateFilter = 'solved' | 'unsolved' | 'unanswered';
export type ThreadFilter = {
  /** Slugs. */
  category?: string;
  tag?: string;
  state?: StateFilter;
  /** From 1. */
  page: number;
  perPage?: number;
};
export type { ThreadCard } from '@/lib/forum/make-thread-cards';

export type ThreadList = { items: ThreadCard[]; total: number; page: number; perPage: number };

const stateWhere: Record<StateFilter, Prisma.ThreadWhereInput> = {
  solved: { acceptedCount: { gt: 0 } },
  // A duplicate waits for nothing: its target does.
  unsolved: { acceptedCount: 0, duplicateOf: null },
  unanswered: { acceptedCount: 0, replyCount: 0, duplicateOf: null },
};

/** Public lists leave hidden threads out for everybody; the staff finds them in the desk, the author by their link.
 * A merged thread is where it went. */
export const listed: Prisma.ThreadWhereInput = { hiding: null, mergedIntoId: null };

/** One page of threads, the last moved first. */
export async function threadList(filter: ThreadFilter, _actor: Actor | null): Promise<ThreadList> {
  const where: Prisma.ThreadWhereInput = { ...listed };
  if (filter.category !== undefined) where.category = { slug: filter.category };
  if (filter.tag !== undefined) where.tags = { some: { tag: { slug: filter.tag } } };
  if (filter.state !== undefined) Object.assign(where, stateWhere[filter.state]);
  return pageOf(where, filter.page, filter.perPage);
}

/** One page of what a person asked; hidden threads only for the staff and that person. */
export async function threadsByAuthor(
  authorId: string,
  actor: Actor | null,
  page: number,
): Promise<ThreadList> {
  return pageOf({ AND: [{ authorId, mergedIntoId: null }, visibleThreads(actor)] }, page);
}

async function pageOf(where: Prisma.ThreadWhereInput, page: number, perPage = PER_PAGE): Promise<ThreadList> {
  const [rows, total] = await Promise.all([
    db.thread.findMany({
      where,
      select: cardFields,
      orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
    db.thread.count({ where }),
  ]);
  const standings = await standingsOf(rows.map(({ authorId }) => authorId));
  const items = rows.map((row) => makeThreadCard(row, standings.get(row.authorId)));
  return { items, total, page, perPage };
}

/** Cards for ids found elsewhere (search), in the order of the ids; what this person may not see is left out. */
export async function threadCards(ids: readonly string[], actor: Actor | null): Promise<ThreadCard[]> {
  if (ids.length === 0) return [];
  const rows = await db.thread.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleThreads(actor)] },
    select: cardFields,
  });
  const standings = await standingsOf(rows.map(({ authorId }) => authorId));
  const byId = new Map(rows.map((row) => [row.id, makeThreadCard(row, standings.get(row.authorId))]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type SearchableThread = {
  title: string;
  /** Markdown as written. */
  body: string;
  /** All visible replies as written, accepted ones first, a blank line between. */
  replies: string;
  /** The category's name. */
  category: string;
  /** The tags' names. */
  tags: string[];
};

/** Search reads this many replies of a thread; the answer is among the first or among the accepted. */
const SEARCHED_REPLIES = 60;

/** What search may know of a thread, or null when it is hidden or gone. */
export async function threadForSearch(id: string): Promise<SearchableThread | null> {
  const row = await db.thread.findFirst({
    where: { id, ...listed },
    select: {
      title: true,
      body: true,
      category: { select: { name: true } },
      tags: { select: { tag: { select: { name: true } } } },
      replies: {
        where: { hiding: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: SEARCHED_REPLIES,
        select: { id: true, body: true },
      },
      accepted: {
        where: { reply: { hiding: null } },
        orderBy: { at: 'asc' },
        select: { replyId: true, reply: { select: { body: true } } },
      },
    },
  });
  if (!row) return null;
  const first = new Set(row.accepted.map((answer) => answer.replyId));
  const others = row.replies.filter((reply) => !first.has(reply.id));
  return {
    title: row.title,
    body: row.body,
    replies: [...row.accepted.map((answer) => answer.reply.body), ...others.map((reply) => reply.body)].join(
      '\n\n',
    ),
    category: row.category.name,
    tags: row.tags.map(({ tag }) => tag.name),
  };
}

export type WindowThread = ThreadCard & {
  /** Markdown of the question. */
  body: string;
  createdInWindow: boolean;
  /** Visible replies written in the window. */
  repliesInWindow: number;
  solvedInWindow: boolean;
  /** The first accepted answer that every reader sees, as Markdown. */
  acceptedAnswer: { id: string; body: string; author: string } | null;
};

/** More than this in one window is an import, not a day. */
const WINDOW_THREADS = 500;

/** Of the accepted answers of a thread so many are looked at for one that every reader sees. */
const ANSWERS_LOOKED_AT = 5;

/** Visible threads that were asked, answered or solved from `from` (inclusive) to `to` (exclusive); for the digest. */
export async function threadsBetween(from: Date, to: Date): Promise<WindowThread[]> {
  const inWindow = { gte: from, lt: to };
  const rows = await db.thread.findMany({
    where: {
      ...listed,
      OR: [
        { createdAt: inWindow },
        { replies: { some: { createdAt: inWindow, hiding: null } } },
        { accepted: { some: { at: inWindow, reply: { hiding: null } } } },
      ],
    },
    select: {
      ...cardFields,
      replies: { where: { createdAt: inWindow, hiding: null }, select: { id: true } },
      accepted: {
        where: { reply: { hiding: null } },
        orderBy: { at: 'asc' },
        select: { at: true, reply: { select: { id: true, body: true, author: { select: { name: true } } } } },
      },
    },
    orderBy: [{ meTooCount: 'desc' }, { lastActivityAt: 'desc' }],
    take: WINDOW_THREADS,
  });
  const isInside = (at: Date) => at >= from && at < to;
  const answersOf = (row: (typeof rows)[number]) =>
    row.accepted.slice(0, ANSWERS_LOOKED_AT).map(({ reply }) => reply);
  const withheld = await withheldOf(rows.flatMap(answersOf).map(({ id }) => id));
  return rows.map((row) => {
    const answer = answersOf(row).find(({ id }) => !withheld.ids.has(id));
    return {
      ...makeThreadCard(row),
      body: row.body,
      createdInWindow: isInside(row.createdAt),
      repliesInWindow: row.replies.length,
      solvedInWindow: row.accepted.some(({ at }) => isInside(at)),
      acceptedAnswer: answer ? { id: answer.id, body: answer.body, author: answer.author.name } : null,
    };
  });
}

/** When the oldest thread was asked, imported ones included; null in an empty forum. */
export async function oldestThreadAt(): Promise<Date | null> {
  const { _min } = await db.thread.aggregate({ where: listed, _min: { createdAt: true } });
  return _min.createdAt;
}
