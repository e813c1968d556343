import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, HOUR, later, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { recordOutcome } from '@/lib/insights/record-outcome';
import { countMisses, searchGaps, searchPath } from '@/lib/insights/search-queries';
import { forgetVisitors } from '@/lib/insights/tell-visitors-apart';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { anArticle } from '../../support/an-article';
import { noon, OTHER, pass, rows, search, setTime, VISITOR } from './noted-searches';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();

beforeEach(async () => {
  await db.search.deleteMany();
  await forgetVisitors(later(noon, 365 * DAY));
  setTime(noon);
});
afterEach(() => vi.useRealTimers());

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
    ignored: 0,
  });
});

test('"none of these" is remembered once with the words it was said of, also when a title was shortened', async () => {
  await search('lamp hums at night when', { place: 'ask', results: 3 });
  for (const words of ['lamp hums at night', 'lamp hums at night']) {
    await search(words, { place: 'ask', results: 3, ignored: true });
  }
  const asking = await searchPath('7', new Date(), 'asking');
  expect(asking).toMatchObject({ searches: 2, ignored: 1, solved: 0 });
  const said = (await rows()).find((row) => row.query === 'lamp hums at night');
  expect(said).toMatchObject({ ignored: 1, steps: [{ step: 'ignored', subject: '', rank: null }] });
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
