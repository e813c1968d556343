import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { addStep } from '@/lib/insights/add-step';
import {
  afterEarlier,
  namedIn,
  possibleOrderNumbers,
  SAME_SEARCH_WITHIN,
  wordingOf,
} from '@/lib/insights/rules';
import type { NotedSearch, VisitorTraits } from '@/lib/insights/schema';
import { shopDay, visitorOfDay } from '@/lib/insights/tell-visitors-apart';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import { readQuery } from '@/lib/search/schema';

/** Counts a person's search, and the result they opened, or that none of them was what they meant. One visitor, one wording, one day is one row; what was typed on
 * the way to it is not counted. Queries that look like somebody's own leave nothing behind. */
export async function recordSearch(noted: NotedSearch, traits: VisitorTraits): Promise<void> {
  const clean = readQuery(noted.query);
  const query = wordingOf(clean);
  if (query === null || (await namesAnOrder(clean))) return;
  const at = now();
  const day = await shopDay(at);
  const visitor = await visitorOfDay(day, traits);
  const subject = noted.opened ? await subjectAt(noted.opened.href) : null;
  await transaction(async (tx) => {
    const search = { day, visitor, query, place: noted.place, results: noted.results, at };
    const id = await count(tx, search, subject !== null || noted.ignored === true);
    if (id !== null && subject !== null) {
      await addStep(tx, { searchId: id, step: 'opened', subject, rank: noted.opened?.rank ?? null, at });
    }
    if (id !== null && noted.ignored) {
      await addStep(tx, { searchId: id, step: 'ignored', subject: '', rank: null, at });
    }
  });
}

type Counted = Pick<NotedSearch, 'place' | 'results'> & {
  day: string;
  visitor: string;
  query: string;
  at: Date;
};

/** @param isAnswer they said something about the results: then it is no typing on the way
 * @returns the id of the row, or null when nothing is to be counted */
async function count(tx: Tx, search: Counted, isAnswer: boolean): Promise<string | null> {
  const { visitor, query, place, results, at } = search;
  const earlier = await tx.search.findFirst({
    where: { visitor },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, query: true, place: true, at: true, opened: true },
  });
  const relation = afterEarlier(earlier, search, at);
  if (relation === 'shrinking' && !isAnswer) return null;
  if (relation === 'grown' && earlier) {
    await tx.search.deleteMany({ where: { id: earlier.id, steps: { none: {} } } });
  }
  const known = await tx.search.findUnique({ where: { visitor_query: { visitor, query } } });
  const again = known !== null && later(known.at, SAME_SEARCH_WITHIN) < at;
  // Words that were searched for stay a search when they become the title of a question.
  const stays = known !== null && place === 'ask';
  const { id } = await tx.search.upsert({
    where: { visitor_query: { visitor, query } },
    create: { id: newId(), ...search },
    update: { results, at, place: stays ? known.place : place, times: { increment: again ? 1 : 0 } },
    select: { id: true },
  });
  return id;
}

/** Numbers have many forms; the shop knows its own. */
async function namesAnOrder(query: string): Promise<boolean> {
  const keys = possibleOrderNumbers(query).map(orderNumberKey);
  if (keys.length === 0) return false;
  return (await db.order.findFirst({ where: { numberKey: { in: keys } }, select: { id: true } })) !== null;
}

/** What an address leads to, if it is there for everybody. */
async function subjectAt(href: string): Promise<string | null> {
  const named = namedIn(href);
  if (named === null) return null;
  if ('article' in named) {
    const where = { slug: named.article, state: 'published' as const };
    const article = await db.article.findFirst({ where, select: { id: true } });
    return article && `article:${article.id}`;
  }
  const thread = await db.thread.findFirst({
    where: { id: named.thread, hiding: null, mergedIntoId: null },
    select: { id: true },
  });
  return thread && `thread:${thread.id}`;
}
