import { calendarDay, HOUR, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { shopSettings } from '@/lib/settings/queries';

type SeedSearch = {
  query: string;
  results: number;
  /** When each visitor searched. */
  hoursAgo: number[];
  /** How many of them opened something, and were helped by it. */
  opened?: number;
  solved?: number;
  /** The seed id of the thread that the last one asked. */
  asked?: string;
  refunded?: boolean;
};

const SEARCHES: SeedSearch[] = [
  { query: 'gift wrapping', results: 0, hoursAgo: [26, 31, 55, 140, 290, 410] },
  { query: 'refill station berlin', results: 0, hoursAgo: [28, 75, 200] },
  { query: 'soap dish drainage', results: 0, hoursAgo: [33, 34, 120], asked: 'demo-t51' },
  { query: 'church holder 40 mm pillar', results: 1, hoursAgo: [580], asked: 'demo-t5' },
  { query: 'lamp hums when dimmed', results: 2, hoursAgo: [30, 96, 97], asked: 'demo-t58', refunded: true },
  { query: 'candle snuffer engraving', results: 0, hoursAgo: [49] },
  { query: 'vegan wax', results: 6, hoursAgo: [27, 101] },
  { query: 'refund', results: 24, hoursAgo: [3, 25, 29, 50, 74, 130, 260], opened: 6, solved: 4 },
  { query: 'soot on glass', results: 9, hoursAgo: [5, 26, 80, 150], opened: 4, solved: 3 },
  { query: 'parcel delayed', results: 14, hoursAgo: [8, 32, 60], opened: 3, solved: 1, refunded: true },
  { query: 'bulb flickers', results: 7, hoursAgo: [10, 110, 300], opened: 2, solved: 2 },
];

/** Searches of the last weeks, as they are when their days are over: without anything that tells visitors apart.
 * @returns how many */
export async function seedDemoSearches(): Promise<number> {
  const { timeZone } = await shopSettings();
  const article = await db.article.findFirstOrThrow({ where: { state: 'published' }, select: { id: true } });
  for (const search of SEARCHES) {
    const thread = await db.thread.findUnique({
      where: { sourceId: search.asked ?? '' },
      select: { id: true },
    });
    for (const [place, hours] of search.hoursAgo.entries()) {
      const at = later(now(), -hours * HOUR);
      const isLast = place === 0;
      const steps = [
        ...(place < (search.opened ?? 0)
          ? [{ step: 'opened' as const, subject: `article:${article.id}`, rank: 1 + (place % 3) }]
          : []),
        ...(place < (search.solved ?? 0)
          ? [{ step: 'solved' as const, subject: `article:${article.id}` }]
          : []),
        ...(isLast && thread ? [{ step: 'asked' as const, subject: `thread:${thread.id}` }] : []),
        ...(isLast && search.refunded ? [{ step: 'refunded' as const }] : []),
      ];
      const count = (step: string) => steps.filter((one) => one.step === step).length;
      await db.search.create({
        data: {
          id: newId(),
          day: calendarDay(at, timeZone),
          query: search.query,
          place: 'page',
          results: search.results,
          at,
          opened: count('opened'),
          solved: count('solved'),
          asked: count('asked'),
          refunded: count('refunded'),
          steps: { create: steps.map((step) => ({ id: newId(), at, ...step })) },
        },
      });
    }
  }
  return SEARCHES.reduce((sum, search) => sum + search.hoursAgo.length, 0);
}
