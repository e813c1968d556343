import { db, type Prisma } from '@/lib/db/client';
import { threadHref } from '@/lib/forum/rules';
import { daysOf } from '@/lib/insights/rules';
import type { Period } from '@/lib/insights/schema';
import { shopSettings } from '@/lib/settings/queries';

/** A wording for which there was nothing, or nothing that anybody cared to open. */
export type Gap = {
  query: string;
  /** How often it was searched for. */
  count: number;
  /** By how many visitors; one who comes on two days is two. */
  visitors: number;
  /** The most results that were shown for it. */
  results: number;
  lastAt: Date;
  refunded: number;
  /** Questions that were asked after it, the latest first. */
  threads: { id: string; href: string; title: string }[];
};

/** A question is linked this often below one wording; the others are in the forum. */
const THREADS_SHOWN = 3;

/** Titles of questions being written are in the forum soon enough; the list of gaps is about what was looked for. */
const LOOKING = { place: { not: 'ask' } } satisfies Prisma.SearchWhereInput;
const ASKING = { place: 'ask' } satisfies Prisma.SearchWhereInput;

/** The wordings of a period that led nowhere, the most frequent first, among equals the latest.
 * @param only `nothing-found` leaves out those that had results which nobody opened */
export async function searchGaps(
  period: Period,
  now: Date,
  options: { most: number; only?: 'nothing-found' },
): Promise<Gap[]> {
  const where = { ...(await inPeriod(period, now)), ...LOOKING };
  const rows = await db.search.groupBy({
    by: ['query'],
    where,
    having: {
      opened: { _max: { equals: 0 } },
      ...(options.only ? { results: { _max: { equals: 0 } } } : {}),
    },
    _sum: { times: true, refunded: true },
    _max: { at: true, results: true },
    _count: { id: true },
    orderBy: [{ _sum: { times: 'desc' } }, { _max: { at: 'desc' } }, { query: 'asc' }],
    take: options.most,
  });
  const threads = await threadsAfter(
    where,
    rows.map((row) => row.query),
  );
  return rows.flatMap(({ query, _sum, _max, _count }) =>
    _max.at === null
      ? []
      : [
          {
            query,
            count: _sum.times ?? 0,
            visitors: _count.id,
            results: _max.results ?? 0,
            lastAt: _max.at,
            refunded: _sum.refunded ?? 0,
            threads: threads.get(query) ?? [],
          },
        ],
  );
}

/** How many wordings found nothing in a period. */
export async function countMisses(period: Period, now: Date): Promise<number> {
  const rows = await db.search.groupBy({
    by: ['query'],
    where: { ...(await inPeriod(period, now)), ...LOOKING },
    having: { results: { _max: { equals: 0 } } },
  });
  return rows.length;
}

/** What became of the searches of a period: one number for each step. */
export type Path = {
  searches: number;
  opened: number;
  solved: number;
  asked: number;
  refunded: number;
  ignored: number;
};

/** The way of the period's searches: a search may take several steps, so the numbers do not add up to the first.
 * @param who those who looked for an answer, or those who were shown some while they wrote a question */
export async function searchPath(period: Period, now: Date, who: 'looking' | 'asking'): Promise<Path> {
  const where = { ...(await inPeriod(period, now)), ...(who === 'looking' ? LOOKING : ASKING) };
  const [searches, opened, solved, asked, refunded, ignored] = await Promise.all([
    db.search.count({ where }),
    db.search.count({ where: { ...where, opened: { gt: 0 } } }),
    db.search.count({ where: { ...where, solved: { gt: 0 } } }),
    db.search.count({ where: { ...where, asked: { gt: 0 } } }),
    db.search.count({ where: { ...where, refunded: { gt: 0 } } }),
    db.search.count({ where: { ...where, ignored: { gt: 0 } } }),
  ]);
  return { searches, opened, solved, asked, refunded, ignored };
}

async function inPeriod(period: Period, now: Date): Promise<Prisma.SearchWhereInput> {
  const { from, to } = daysOf(period, now, (await shopSettings()).timeZone);
  return { day: { gte: from, lte: to } };
}

/** The questions that followed these wordings. */
async function threadsAfter(
  where: Prisma.SearchWhereInput,
  queries: string[],
): Promise<Map<string, Gap['threads']>> {
  const steps = await db.searchStep.findMany({
    where: { step: 'asked', search: { ...where, query: { in: queries }, asked: { gt: 0 } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { subject: true, search: { select: { query: true } } },
  });
  const ids = [...new Set(steps.map((step) => idOf(step.subject)))];
  const threads = await db.thread.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, title: true },
  });
  const byId = new Map(threads.map((thread) => [thread.id, { ...thread, href: threadHref(thread) }]));
  const found = new Map<string, Gap['threads']>();
  for (const { subject, search } of steps) {
    const thread = byId.get(idOf(subject));
    const known = found.get(search.query) ?? [];
    if (!thread || known.length === THREADS_SHOWN || known.some((one) => one.id === thread.id)) continue;
    found.set(search.query, [...known, { id: thread.id, href: thread.href, title: thread.title }]);
  }
  return found;
}

function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
