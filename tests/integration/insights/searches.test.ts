import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, HOUR, later, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { recordOutcome } from '@/lib/insights/record-outcome';
import { recordSearch } from '@/lib/insights/record-search';
import { removeOldSearches } from '@/lib/insights/remove-old-searches';
import type { NotedSearch } from '@/lib/insights/schema';
import { countMisses, searchGaps, searchPath } from '@/lib/insights/search-queries';
import { forgetVisitors, visitorOfDay } from '@/lib/insights/tell-visitors-apart';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { searchEndpoint } from '@/lib/search/api';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { anArticle } from '../../support/an-article';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const noon = new Date('2026-11-24T12:00:00Z');

/** Two visitors whose traits must never be found in the database. */
const VISITOR = { address: '203.0.113.77', agent: 'Mozilla/5.0 (Unmistakable)' };
const OTHER = { address: '198.51.100.23', agent: 'Mozilla/5.0 (Unmistakable)' };

beforeEach(async () => {
  await db.search.deleteMany();
  await forgetVisitors(later(noon, 365 * DAY));
  setTime(noon);
});
afterEach(() => vi.useRealTimers());

function setTime(at: Date): void {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
}

const pass = (ms: number) => setTime(later(new Date(), ms));

const search = (query: string, more: Partial<NotedSearch> = {}, by = VISITOR) =>
  recordSearch({ query, place: 'page', results: 0, ...more }, by);

const rows = () => db.search.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { steps: true } });

test('a search is one row of its visitor, wording and day, however often its page is drawn', async () => {
  await search('Harpsichord   REPAIR?');
  await search('harpsichord repair');
  await search('harpsichord repair', {}, OTHER);
  expect(await rows()).toMatchObject([
    { query: 'harpsichord repair', day: '2026-11-24', place: 'page', results: 0, times: 1 },
    { query: 'harpsichord repair', times: 1 },
  ]);
  pass(31 * MINUTE);
  await search('harpsichord repair');
  const [gap] = await searchGaps('7', new Date(), { most: 10 });
  expect(gap).toMatchObject({ query: 'harpsichord repair', count: 3, visitors: 2, results: 0, threads: [] });
  expect(gap?.lastAt).toEqual(new Date());
});

test('the same search at the same moment is one, and every visitor of it is counted', async () => {
  const visitors = Array.from({ length: 5 }, (_, n) => ({ ...VISITOR, address: `203.0.113.${n}` }));
  await Promise.all(
    visitors.flatMap((by) => [search('gift wrapping', {}, by), search('gift wrapping', {}, by)]),
  );
  expect(await searchGaps('7', noon, { most: 10 })).toMatchObject([{ count: 5, visitors: 5 }]);
});

test('what is typed on the way to a search is not counted', async () => {
  for (const query of ['har', 'harps', 'harpsichord', 'harpsich']) {
    await search(query, { place: 'suggestions', results: 2 });
    pass(2 * SECOND);
  }
  await search('harpsichord repair');
  expect((await rows()).map((row) => [row.query, row.place])).toEqual([['harpsichord repair', 'page']]);
});

test('words that were searched for stay a search when they become the title of a question', async () => {
  await search('zither strings');
  await search('zither strings', { place: 'ask' });
  expect(await rows()).toMatchObject([{ place: 'page' }]);
  expect(await searchGaps('7', noon, { most: 10 })).toHaveLength(1);
});

test('titles of questions are counted apart and are no gaps', async () => {
  await search('how do I tune a lute', { place: 'ask' });
  expect(await searchGaps('7', noon, { most: 10 })).toEqual([]);
  expect(await countMisses('7', noon)).toBe(0);
  expect((await searchPath('7', noon, 'looking')).searches).toBe(0);
  expect((await searchPath('7', noon, 'asking')).searches).toBe(1);
});

test('an opened result is kept with its place, once, and the search is no gap any more', async () => {
  const article = await anArticle(owner, { title: 'Tuning a lute', body: 'Slowly.' });
  const opened = { href: `/faq/${article.slug}`, rank: 2 };
  await search('lute', { results: 4 });
  expect(await searchGaps('7', noon, { most: 10 })).toMatchObject([{ query: 'lute', results: 4 }]);
  await search('lute', { results: 4, opened });
  await search('lute', { results: 4, opened });
  const [row] = await rows();
  expect(row).toMatchObject({ opened: 1, solved: 0 });
  expect(row?.steps).toMatchObject([{ step: 'opened', subject: `article:${article.id}`, rank: 2 }]);
  expect(await searchGaps('7', noon, { most: 10 })).toEqual([]);
});

test('what is not there for everybody was not opened', async () => {
  const draft = await anArticle(owner, { title: 'A secret lute', body: 'Hush.', state: 'draft' });
  const thread = await aThread({ by: ana, title: 'A hidden thread about lutes' });
  await db.hiding.create({ data: { id: newId(), threadId: thread, byId: owner.id, at: noon } });
  for (const href of [
    `/faq/${draft.slug}`,
    `/t/${thread}/x`,
    '/faq/no-such',
    '/t/no-such',
    '/search?q=x',
    'x',
  ]) {
    await search('lute', { results: 4, opened: { href, rank: 1 } });
  }
  expect(await rows()).toMatchObject([{ opened: 0, steps: [] }]);
});

test('“this helped” belongs to the search that opened the article, and can be taken back', async () => {
  const article = await anArticle(owner, { title: 'Restringing', body: 'Gently.' });
  await search('restring', { results: 1, opened: { href: `/faq/${article.slug}`, rank: 1 } });
  pass(HOUR);
  await search('something else');
  await recordOutcome({ step: 'solved', article: article.id }, VISITOR);
  await recordOutcome({ step: 'solved', article: article.id }, VISITOR);
  expect((await rows()).map((row) => [row.query, row.solved])).toEqual([
    ['restring', 1],
    ['something else', 0],
  ]);
  await recordOutcome({ step: 'not-solved', article: article.id }, VISITOR);
  expect((await rows())[0]).toMatchObject({ opened: 1, solved: 0 });
});

test('without script the search just before is the one that was solved', async () => {
  const article = await anArticle(owner, { title: 'Oiling', body: 'Sparingly.' });
  await search('oil', { results: 1 });
  pass(10 * MINUTE);
  await recordOutcome({ step: 'solved', article: article.id }, VISITOR);
  expect(await rows()).toMatchObject([{ opened: 1, solved: 1 }]);
  await search('oil', { results: 1 }, OTHER);
  pass(HOUR);
  await recordOutcome({ step: 'solved', article: article.id }, OTHER);
  expect(await searchPath('7', new Date(), 'looking')).toMatchObject({ searches: 2, solved: 1 });
});

test('a reply that solved it counts for the search that led to its thread, and for no other', async () => {
  const thread = await aThread({ by: ana, title: 'Where do I get rosin?' });
  await search('rosin', { results: 2 });
  await recordOutcome({ step: 'solved', thread }, VISITOR);
  expect(await rows()).toMatchObject([{ solved: 0 }]);
  await search('rosin', { results: 2, opened: { href: `/t/${thread}/where-do-i-get-rosin`, rank: 1 } });
  await recordOutcome({ step: 'solved', thread }, VISITOR);
  expect(await rows()).toMatchObject([{ opened: 1, solved: 1 }]);
});

test('a question asked anyway is linked from the search that led to it', async () => {
  await search('zither strings');
  pass(20 * MINUTE);
  const thread = await aThread({ by: ana, title: 'Zither strings wanted' });
  await recordOutcome({ step: 'asked', thread }, VISITOR);
  await recordOutcome({ step: 'asked', thread }, VISITOR);
  await recordOutcome({ step: 'asked', thread }, OTHER);
  expect(await searchGaps('7', new Date(), { most: 10 })).toMatchObject([
    { query: 'zither strings', threads: [{ id: thread, title: 'Zither strings wanted' }], refunded: 0 },
  ]);
  expect(await searchPath('7', new Date(), 'looking')).toEqual({
    searches: 1,
    opened: 0,
    solved: 0,
    asked: 1,
    refunded: 0,
  });
});

test('a refund the same day is counted and leads to nobody’s order; of another day nothing is known', async () => {
  await search('my lamp is broken');
  pass(6 * HOUR);
  await recordOutcome({ step: 'refunded' }, VISITOR);
  const [row] = await rows();
  expect(row).toMatchObject({ refunded: 1 });
  expect(row?.steps).toMatchObject([{ step: 'refunded', subject: '' }]);
  pass(DAY);
  await search('another lamp');
  pass(DAY);
  await recordOutcome({ step: 'refunded' }, VISITOR);
  expect((await searchPath('7', new Date(), 'looking')).refunded).toBe(1);
});

test('an outcome of somebody who did not search leaves nothing behind', async () => {
  await recordOutcome({ step: 'refunded' }, VISITOR);
  expect(await db.searchStep.count()).toBe(0);
});

test('a wording that found something later in the period is a gap only if nobody opened it', async () => {
  const article = await anArticle(owner, { title: 'Banjo', body: 'Yes.' });
  await search('banjo');
  await search('banjo', { results: 1, opened: { href: `/faq/${article.slug}`, rank: 1 } }, OTHER);
  await search('ukulele', { results: 7 });
  await search('didgeridoo');
  const gaps = await searchGaps('7', noon, { most: 10 });
  expect(gaps.map((gap) => [gap.query, gap.results]).sort()).toEqual([
    ['didgeridoo', 0],
    ['ukulele', 7],
  ]);
  const only = await searchGaps('7', noon, { most: 10, only: 'nothing-found' });
  expect(only.map((gap) => gap.query)).toEqual(['didgeridoo']);
  expect(await searchGaps('7', noon, { most: 1 })).toHaveLength(1);
  expect(await countMisses('7', noon)).toBe(1);
});

test('yesterday is yesterday, and what is older than the period is left out', async () => {
  for (const [query, daysAgo] of [
    ['today', 0],
    ['yesterday', 1],
    ['last week', 5],
    ['last month', 20],
    ['long ago', 31],
  ] as const) {
    setTime(later(noon, -daysAgo * DAY));
    await search(query);
  }
  const queries = async (period: 'yesterday' | '7' | '30') =>
    (await searchGaps(period, noon, { most: 10 })).map((gap) => gap.query);
  expect(await queries('yesterday')).toEqual(['yesterday']);
  expect(await queries('7')).toEqual(['today', 'yesterday', 'last week']);
  expect(await queries('30')).toEqual(['today', 'yesterday', 'last week', 'last month']);
});

test('queries that are somebody’s own leave nothing behind, and neither does an order of this shop', async () => {
  const order = {
    id: newId(),
    externalId: 'x-1',
    number: 'LH-77',
    numberKey: 'LH77',
    email: 'ana@example.com',
  };
  await db.order.create({
    data: {
      ...order,
      currency: 'EUR',
      totalMinor: 100,
      capturedMinor: 100,
      provider: 'pretend',
      paymentRef: 'p-1',
      createdAt: noon,
      updatedAt: noon,
    },
  });
  for (const query of ['someone@example.com', 'order 10429911', 'where is lh-77', 'where is LH 77', 'LH77']) {
    await search(query);
  }
  expect(await db.search.count()).toBe(0);
  await search('lamp 78');
  expect(await db.search.count()).toBe(1);
});

test('no address, browser, person or e-mail is in any row', async () => {
  const thread = await aThread({ by: ana, title: 'Nothing of me in there?' });
  await search('privacy');
  await recordOutcome({ step: 'asked', thread }, VISITOR);
  await recordOutcome({ step: 'refunded' }, VISITOR);
  const everything = JSON.stringify([await rows(), await db.visitorKey.findMany({ select: { day: true } })]);
  for (const trait of [VISITOR.address, 'Unmistakable', ana.id, ana.email ?? '', ana.name]) {
    expect(everything).not.toContain(trait);
  }
});

test('the next day the same visitor is another, and yesterday’s can no longer be told apart', async () => {
  await search('monday words');
  await search('more of monday');
  const monday = (await rows())[0]?.visitor;
  expect(monday).toMatch(/^[\w-]{22}$/);
  pass(DAY);
  await search('tuesday words');
  const tuesday = (await rows()).at(-1)?.visitor;
  expect(tuesday).not.toBe(monday);
  expect(await db.visitorKey.count()).toBe(2);
  await forgetVisitors();
  expect((await rows()).map((row) => row.visitor)).toEqual([null, null, tuesday]);
  expect((await db.visitorKey.findMany()).map((key) => key.day)).toEqual(['2026-11-25']);
  // The key is gone: what it would say now for the same day and visitor is another name.
  expect(await visitorOfDay('2026-11-24', VISITOR)).not.toBe(monday);
  expect(await searchGaps('7', new Date(), { most: 10 })).toHaveLength(3);
});

test('visitors of a day have one name in every process, which the day’s row of keys decides', async () => {
  const [first, second] = await Promise.all([
    visitorOfDay('2026-12-01', VISITOR),
    visitorOfDay('2026-12-01', VISITOR),
  ]);
  expect(first).toBe(second);
  expect(first).not.toBe(await visitorOfDay('2026-12-01', OTHER));
  // Another process has nothing in memory and reads the row.
  await visitorOfDay('2026-12-02', VISITOR);
  expect(await visitorOfDay('2026-12-01', VISITOR)).toBe(first);
});

test('after 180 days a search is removed with what followed it, by the hourly job', async () => {
  await search('old');
  await recordOutcome({ step: 'refunded' }, VISITOR);
  pass(179 * DAY);
  await removeOldSearches();
  expect(await db.search.count()).toBe(1);
  pass(2 * DAY);
  await search('young');
  const at = new Date();
  await db.job.create({
    data: {
      id: newId(),
      event: 'timetable.tick',
      payload: JSON.stringify({ task: 'tidy', due: 'x' }),
      runAt: at,
      createdAt: at,
    },
  });
  await runDueJobs(handlers);
  expect((await rows()).map((row) => row.query)).toEqual(['young']);
  expect(await db.searchStep.count()).toBe(0);
});

test('the API’s search is no person’s search', async () => {
  await searchEndpoint.run({
    params: {},
    query: { q: 'zeppelin hangar', type: 'all', limit: 5, exact: false, explain: false },
    input: undefined,
    actor: null,
  });
  expect(await db.search.count()).toBe(0);
});
