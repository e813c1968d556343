import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

const LISTS = [
  '/forum',
  '/forum?state=unsolved',
  '/forum?state=unanswered',
  '/forum?state=solved',
  '/forum?list=mine',
  '/forum?list=followed',
  '/forum?list=followed&state=unsolved',
  '/forum/general',
  '/forum/general?state=unsolved',
  '/forum/tags/lamp',
];
/** The number for a list; a thread has more to show, most of all to the shop's people: private details, and what may
 * be the same question. */
const LIST_STATEMENTS = 8;
const THREAD_STATEMENTS = { visitor: 12, member: 16, owner: 20 };

type Api = (method: string, path: string, body?: unknown) => Promise<{ body: Record<string, unknown> }>;

async function aThread(api: Api, title: string, replies: number): Promise<{ id: string; path: string }> {
  const { body } = await api('POST', '/threads', {
    title,
    body: 'It flickers when it is warm. What have others done about it?',
    category: 'general',
    tags: ['lamp'],
  });
  const id = String(body.id);
  for (let index = 1; index <= replies; index += 1) await reply(api, id, `Idea number ${index} for ${id}`);
  return { id, path: new URL(String(body.url)).pathname };
}

async function reply(api: Api, id: string, body: string): Promise<void> {
  const answer = await api('POST', `/threads/${id}/replies`, { body });
  expect(answer.body.id).toBeTruthy();
}

/** What a page asked of the database, as the server tells a request of its own machine. */
async function statementsOf(page: Page, path: string): Promise<number> {
  const answer = await page.request.get(path);
  const told = /statements;desc="(\d+)"/.exec(answer.headers()['server-timing'] ?? '')?.[1];
  expect(told, path).toBeTruthy();
  return Number(told);
}

test('somebody comes back to a thread: what is new is counted, reached in one press, and marked', async ({
  visit,
  people,
  api,
}) => {
  const { id, path } = await aThread(api, 'The reading lamp flickers when it is warm', 33);
  const rea = await visit({ as: await people.member('Rea') });
  await rea.goto(`${path}?page=2`);
  await rea.locator('[data-reply-number="33"]').scrollIntoViewIfNeeded();
  await rea.waitForResponse((answer) => answer.url().endsWith('/api/read') && answer.status() === 204);
  await rea.goto('/forum');
  const row = rea.getByRole('listitem').filter({ hasText: 'The reading lamp flickers' });
  await expect(row.getByText('new', { exact: false }).filter({ hasText: /\d+ new/ })).toHaveCount(0);
  await reply(api, id, 'Something new was found.');
  await reply(api, id, 'And something newer.');
  await rea.goto('/forum');
  await expect(row.getByRole('link', { name: /2 new/ })).toBeVisible();
  await expectAccessible(rea);
  await row.getByRole('link', { name: /2 new/ }).click();
  await expect(rea).toHaveURL(/page=2#reply-\w+$/);
  await expect(rea.getByText('New since your last visit')).toBeVisible();
  await expectAccessible(rea);
});

test('without script opening a page is reading it', async ({ visit, people, api }) => {
  const { id, path } = await aThread(api, 'The bedside lamp flickers when it is cold', 2);
  const nils = await visit({ as: await people.member('Nils'), scripts: false });
  await nils.goto(path);
  await reply(api, id, 'A new idea for the bedside.');
  await expect(async () => {
    await nils.goto('/forum');
    await expect(
      nils.getByRole('listitem').filter({ hasText: 'The bedside lamp' }).getByRole('link', { name: /1 new/ }),
    ).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('new replies are told while one reads, nothing moves until they are asked for, and then they stand below', async ({
  visit,
  api,
}) => {
  const { id, path } = await aThread(api, 'The desk lamp flickers when it is new', 3);
  const page = await visit({ phone: true });
  const stream = page.waitForRequest((request) => request.url().includes('/api/live?'));
  await page.goto(path);
  await stream;
  const second = page.locator('[data-reply-number="2"]');
  await second.scrollIntoViewIfNeeded();
  const before = await second.boundingBox();
  await reply(api, id, 'Written while somebody reads.');
  await reply(api, id, 'And a second one.');
  await expect(page.getByRole('status').filter({ hasText: '2 new replies' })).toBeVisible();
  expect(await second.boundingBox()).toEqual(before);
  await expect(page.getByText('Written while somebody reads.')).toHaveCount(0);
  await expectAccessible(page);
  await expectFitsWindow(page);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Written while somebody reads.')).toBeAttached();
  await expect(page.getByText('And a second one.')).toBeAttached();
  expect(await second.boundingBox()).toEqual(before);
  await expect(page.getByRole('button', { name: 'Show' })).toHaveCount(0);
});

test('every list says where one is, fits a narrow phone, and asks the database at most eight times', async ({
  visit,
  people,
  api,
}) => {
  const { path } = await aThread(api, 'The garden lamp flickers when it rains', 30);
  const member = await visit({ as: await people.member('Rea'), phone: true });
  const visitor = await visit();
  await member.setViewportSize({ width: 320, height: 700 });
  for (const list of LISTS) {
    await member.goto(list);
    await expectAccessible(member);
    await expectFitsWindow(member);
    for (const page of [member, visitor]) {
      expect.soft(await statementsOf(page, list), list).toBeLessThanOrEqual(LIST_STATEMENTS);
    }
  }
  await member.goto('/forum?list=mine&state=solved');
  await expect(member.getByText('None of your threads is like this')).toBeVisible();
  await member.getByRole('link', { name: 'Show all of them' }).click();
  await expect(member).toHaveURL(/\/forum\?list=mine$/);
  await expect(member.getByText('You have not written here yet')).toBeVisible();
  const owner = await visit({ as: await people.owner() });
  for (const [who, page] of Object.entries({ visitor, member, owner })) {
    const most = THREAD_STATEMENTS[who as keyof typeof THREAD_STATEMENTS];
    expect.soft(await statementsOf(page, path), `${path} for the ${who}`).toBeLessThanOrEqual(most);
  }
});
