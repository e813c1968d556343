import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { promoteThread } from '@/lib/faq/promote-thread';
import { publishArticle } from '@/lib/faq/publish-article';
import { rateArticle } from '@/lib/faq/rate-article';
import { answersOfThreads } from '@/lib/forum/search-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { searchEndpoint } from '@/lib/search/api';
import { joinPieces } from '@/lib/search/mark-matches';
import { NO_FILTERS, readFilters, type SearchFilters } from '@/lib/search/schema';
import { searchPage, searchTop, suggest } from '@/lib/search/search';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { anArticle } from '../../support/an-article';

let owner: Actor;
let ana: Actor;
let ben: Actor;
let solved: string;
let open: string;
let hidden: string;

beforeAll(async () => {
  owner = await aPerson({ role: 'owner' });
  ana = await aPerson();
  ben = await aPerson();
  const made = await anArticle(owner, {
    title: 'Accordion straps',
    body: 'Order accordion straps in the shop.',
    category: 'Repairs',
  });
  await rateArticle(made.id, true, 'somebody');
  solved = await aThread({ by: ana, title: 'My accordion wheezes', tags: ['bellows', 'noise'] });
  const answer = await aReply(solved, ben, 'Tape the accordion bellows from inside.');
  await acceptAnswer({ threadId: solved, replyId: answer }, ana);
  await voteReply({ replyId: answer, vote: true }, ana);
  open = await aThread({ by: ben, title: 'Which accordion for a beginner?', tags: ['noise'] });
  await aReply(open, ana, 'A small accordion.');
  await aThread({ by: ben, title: 'Does the accordion float?' });
  hidden = await aThread({ by: ben, title: 'Accordion scandal', tags: ['scandal', 'noise'] });
  await db.hiding.create({ data: { id: newId(), threadId: hidden, byId: owner.id, at: new Date() } });
  await anArticle(owner, { title: 'Accordion draft', body: 'Not yet.', category: 'Secret', state: 'draft' });
  await runDueJobs(handlers);
});

async function search(filters: Partial<SearchFilters> = {}, actor: Actor | null = null) {
  const found = await searchPage('accordion', { ...filters, page: 1 }, actor);
  return { ...found, titles: found.items.map((item) => joinPieces(item.title)).sort() };
}

test('each filter leaves what it says, and filters add up', async () => {
  expect((await search()).titles).toHaveLength(4);
  expect((await search({ type: 'faq' })).titles).toEqual(['Accordion straps']);
  expect((await search({ category: 'repairs' })).titles).toEqual(['Accordion straps']);
  expect((await search({ tag: 'bellows' })).titles).toEqual(['My accordion wheezes']);
  expect((await search({ state: 'solved' })).titles).toEqual(['My accordion wheezes']);
  expect((await search({ state: 'unanswered' })).titles).toEqual(['Does the accordion float?']);
  // As in the forum's own lists, a question without any reply is unsolved, too.
  expect((await search({ state: 'unsolved' })).titles).toEqual([
    'Does the accordion float?',
    'Which accordion for a beginner?',
  ]);
  expect((await search({ state: 'unsolved', tag: 'noise' })).titles).toEqual([
    'Which accordion for a beginner?',
  ]);
  expect((await search({ tag: 'bellows', state: 'unanswered' })).titles).toEqual([]);
  expect((await search({ category: 'no-such-shelf' })).total).toBe(0);
});

test('every count is what choosing it would show', async () => {
  for (const set of [{}, { state: 'unsolved' as const }, { tag: 'noise' }, { type: 'thread' as const }]) {
    const { choices, counts } = await search(set);
    for (const type of ['all', 'faq', 'thread'] as const) {
      expect(counts[type]).toBe((await search({ ...set, type })).total);
    }
    for (const state of ['solved', 'unsolved', 'unanswered'] as const) {
      expect(choices.states[state]).toBe((await search({ ...set, state })).total);
    }
    for (const { slug, count } of choices.categories) {
      expect(count).toBe((await search({ ...set, category: slug })).total);
    }
    for (const { slug, count } of choices.tags) {
      expect(count).toBe((await search({ ...set, tag: slug })).total);
    }
  }
});

test('what is hidden or a draft is in no result, count or choice, whoever looks', async () => {
  for (const actor of [null, ana, ben, owner]) {
    const { choices, found, titles } = await search({}, actor);
    expect(found).toBe(4);
    expect(titles.join()).not.toMatch(/scandal|draft/);
    expect(choices.tags.map((tag) => [tag.slug, tag.count])).toEqual([
      ['noise', 2],
      ['bellows', 1],
    ]);
    expect(choices.categories.map((category) => category.slug)).not.toContain('secret');
    expect((await search({ tag: 'scandal' }, actor)).total).toBe(0);
    expect(JSON.stringify(await suggest('accordi', actor))).not.toMatch(/scandal|draft/i);
  }
});

test('a result says whom it helped: votes of the accepted reply, or "yes" to an article', async () => {
  const { items } = await search();
  const helped = Object.fromEntries(items.map((item) => [joinPieces(item.title), item.helped]));
  expect(helped).toMatchObject({
    'Accordion straps': 1,
    'My accordion wheezes': 1,
    'Which accordion for a beginner?': 0,
  });
});

test('real pages: every result is on one of them, once', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => searchPage('accordion', { page, perPage: 3 }, null)),
  );
  const ids = pages.flatMap(({ items }) => items.map((item) => item.id));
  expect(pages.map(({ items }) => items.length)).toEqual([3, 1, 0]);
  expect(new Set(ids).size).toBe(4);
});

test('an article stands for the thread it was made of, wherever both match', async () => {
  const thread = await aThread({ by: ana, title: 'Why does my bandoneon smell?', tags: ['noses'] });
  const reply = await aReply(thread, ben, 'The bandoneon was stored wet.');
  await acceptAnswer({ threadId: thread, replyId: reply }, ana);
  const promoted = await promoteThread(thread, owner);
  if (!promoted.ok) throw new Error(promoted.reason);
  await runDueJobs(handlers);
  const find = (filters: Partial<SearchFilters> = {}) =>
    searchPage('bandoneon smell', { ...NO_FILTERS, ...filters, page: 1 }, null);

  // While the article is a draft, the thread speaks for itself.
  expect((await find()).items).toMatchObject([{ kind: 'thread', id: thread }]);
  await publishArticle(promoted.id, owner);
  await runDueJobs(handlers);
  const { items, counts, total } = await find();
  expect(items).toMatchObject([{ kind: 'article', id: promoted.id, discussedIn: [{ id: thread }] }]);
  expect([total, counts.all, counts.faq, counts.thread]).toEqual([1, 1, 1, 1]);
  // Asked for the forum alone, there is no article to stand for it.
  expect((await find({ type: 'thread' })).items).toMatchObject([{ kind: 'thread', id: thread }]);
  expect((await find({ tag: 'noses' })).items).toMatchObject([{ kind: 'thread', id: thread }]);
  const { results } = await searchTop('bandoneon smell', { limit: 5 }, null);
  expect(results.map(({ id }) => id)).toEqual([promoted.id]);
  expect((await suggest('bandoneon', null)).flatMap(({ items: some }) => some)).toHaveLength(1);

  await db.hiding.create({ data: { id: newId(), threadId: thread, byId: owner.id, at: new Date() } });
  expect((await find()).items).toMatchObject([{ id: promoted.id, discussedIn: [] }]);
});

test('filters of an address: nonsense means all, and is never an error', () => {
  expect(readFilters({ type: 'faq', category: 'a', tag: 'b', state: 'solved' })).toEqual({
    type: 'faq',
    category: 'a',
    tag: 'b',
    state: 'solved',
  });
  expect(readFilters({ type: ['x'], category: '  ', tag: 7, state: 'deleted' })).toEqual(NO_FILTERS);
  expect(readFilters({ category: 'x'.repeat(100_000) }).category).toHaveLength(120);
});

test('exact takes every word as typed', async () => {
  expect((await searchPage('acordion', { page: 1 }, null)).total).toBe(4);
  expect((await searchPage('acordion', { page: 1, correct: false }, null)).total).toBe(0);
  expect((await searchPage('accordion', { page: 1, correct: false }, null)).total).toBe(4);
});

test('why something ranks is told to the owner alone', async () => {
  const asked = { params: {}, input: undefined };
  const query = searchEndpoint.query.parse({ q: 'accordion', explain: 'true', state: 'solved' });
  const answer = (scopes: ('read' | 'admin')[]) =>
    searchEndpoint.run({ ...asked, query, actor: null, scopes });
  expect(await answer([])).toMatchObject({ status: 403 });
  expect(await answer(['read'])).toMatchObject({ status: 403 });
  const told = await answer(['read', 'admin']);
  expect(told).toMatchObject({ status: 200, body: { results: [{ id: solved, parts: expect.any(Array) }] } });
  const plain = searchEndpoint.query.parse({ q: 'accordion' });
  const untold = await searchEndpoint.run({ ...asked, query: plain, actor: null, scopes: ['admin'] });
  expect(JSON.stringify(untold)).not.toContain('"parts"');
});

test('a solution that two people doubt is no answer to offer, and its thread comes after one that nobody doubts', async () => {
  const threads: string[] = [];
  for (const place of ['kitchen', 'cellar']) {
    const thread = await aThread({ by: ana, title: `The hurdy-gurdy squeaks in the ${place}` });
    const reply = await aReply(thread, ben, `Grease the wheel in the ${place}.`);
    await acceptAnswer({ threadId: thread, replyId: reply }, ana);
    threads.push(thread);
  }
  const [doubted = '', sound = ''] = threads;
  await db.acceptedAnswer.updateMany({ where: { threadId: doubted }, data: { reviewSince: new Date() } });
  await runDueJobs(handlers);
  const { items } = await searchPage('hurdy-gurdy squeaks', { ...NO_FILTERS, page: 1 }, null);
  expect(items.map(({ id }) => id).slice(0, 2)).toEqual([sound, doubted]);
  expect(await answersOfThreads([sound, doubted])).toEqual(
    new Map([[sound, 'Grease the wheel in the cellar.']]),
  );
});
