import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, later } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { recordOutcome } from '@/lib/insights/record-outcome';
import { removeOldSearches } from '@/lib/insights/remove-old-searches';
import { searchGaps } from '@/lib/insights/search-queries';
import { forgetVisitors, visitorOfDay } from '@/lib/insights/tell-visitors-apart';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { searchEndpoint } from '@/lib/search/api';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { noon, OTHER, pass, rows, search, setTime, VISITOR } from './noted-searches';

const ana = await aPerson();

beforeEach(async () => {
  await db.search.deleteMany();
  await forgetVisitors(later(noon, 365 * DAY));
  setTime(noon);
});
afterEach(() => vi.useRealTimers());

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
