import type { Page } from '@playwright/test';
import { type Api, expect, test } from './people';
import { expectAccessible, type Site } from './site';

/** What the day's people asked; the words of real threads, asked again today. */
const SOLVED = 'How much do remote support companies charge per user?';
const OPEN = 'What are ways software solutions typically save customers money?';
const SECRET = 'Quixotic pamphlet nobody should read';

test('the owner looks after the shop: writes, hides, restores, locks, and publishes the digest', async ({
  visit,
  people,
  site,
  api,
}) => {
  test.setTimeout(180_000);
  const owner = await visit({ as: await people.owner() });
  const visitor = await visit();

  await test.step('an article is written, looked at, published and found', async () => {
    await owner.goto('/desk/faq/new');
    await owner.getByLabel('Question').fill('How do I reset the porch timer?');
    await owner.getByLabel('Answer').fill('Hold **both** buttons for five seconds.\n\n- Then let go.');
    await owner.getByRole('button', { name: 'Preview' }).click();
    await expect(owner.locator('strong', { hasText: 'both' })).toBeVisible();
    await owner.getByRole('button', { name: 'Publish' }).click();
    await expect(owner.getByText('Published. Everybody can read and find it now.')).toBeVisible();
    await owner.getByRole('link', { name: 'See it on the site' }).click();
    await owner.waitForURL((url) => url.pathname.startsWith('/faq/'));
    await expect(
      owner.getByRole('heading', { level: 1, name: 'How do I reset the porch timer?' }),
    ).toBeVisible();
    const address = new URL(owner.url()).pathname;
    await visitor.goto(address);
    await expect(visitor.getByText('Hold both buttons for five seconds.')).toBeVisible();
    await expect.poll(() => has(site, '/search?q=porch+timer', 'How do I reset')).toBe(true);
  });

  const solved = await thread(api, SOLVED, 'We would like to know before we hire one.');
  const reply = (await api('POST', `/threads/${solved}/replies`, { body: 'About fifteen euros a month.' }))
    .body;
  expect((await api('POST', `/threads/${solved}/accept`, { replyId: reply.id })).status).toBeLessThan(300);
  const open = await thread(api, OPEN, 'A list would help.');
  const secret = await thread(api, SECRET, 'It should never have been posted here.');
  await expect.poll(() => has(site, '/search?q=quixotic+pamphlet', 'nobody should read')).toBe(true);

  await test.step('a hidden thread is nowhere', async () => {
    await owner.goto(`/t/${secret}/x`);
    await owner.getByText('Hide…').first().click();
    await owner.locator(`#hide-${secret}`).fill('Not for here');
    await owner.getByRole('button', { name: 'Hide the thread' }).click();
    await expect(owner.getByText('Hidden by the shop')).toBeVisible();
    expect((await visitor.goto(`/t/${secret}/x`))?.status()).toBe(404);
    await expect(visitor.getByText('pamphlet nobody')).toHaveCount(0);
    await expectNowhere(site, secret);
  });

  await test.step('restored, it is back where it was', async () => {
    await owner.goto('/desk/moderation/hidden');
    const post = owner.getByRole('listitem').filter({ hasText: SECRET });
    await expect(post).toContainText('Not for here');
    await expectAccessible(owner);
    await post.getByRole('button', { name: 'Show it again' }).click();
    await expect(owner.getByText(SECRET)).toHaveCount(0);
    expect((await visitor.goto(`/t/${secret}/x`))?.status()).toBe(200);
    await expect.poll(() => has(site, '/search?q=quixotic+pamphlet', 'nobody should read')).toBe(true);
    expect(await has(site, '/forum/feed.xml', SECRET)).toBe(true);
    expect((await api('POST', `/threads/${secret}/hide`, {})).status).toBeLessThan(300);
  });

  await test.step('a locked thread can be read and takes no replies', async () => {
    await owner.goto(`/t/${open}/x`);
    await owner.getByText('Lock…').click();
    await owner.locator(`#lock-${open}`).fill('Answered elsewhere');
    await owner.getByRole('button', { name: 'Lock the thread' }).click();
    await expect(owner.getByText('This thread is locked')).toBeVisible();
    const member = await visit({ as: await people.member('Ona') });
    await member.goto(`/t/${open}/x`);
    await expect(member.getByText('Answered elsewhere')).toBeVisible();
    await expect(member.getByRole('button', { name: 'Post the reply' })).toHaveCount(0);
    await owner.getByRole('button', { name: 'Unlock' }).click();
    await expect(owner.getByText('This thread is locked')).toHaveCount(0);
    await member.reload();
    await expect(member.getByRole('button', { name: 'Post the reply' })).toBeVisible();
  });

  await test.step("the day's threads become a draft, by state, with the accepted answer", async () => {
    await owner.goto('/desk');
    // After seven in the morning the timetable has made one already, of what was there then.
    const make = owner.getByRole('button', { name: 'Make today’s draft' });
    const edit = owner.getByRole('main').getByRole('link', { name: 'Edit', exact: true });
    await expect(make.or(edit)).toBeVisible();
    const isThere = await edit.isVisible();
    await (isThere ? edit : make).click();
    await owner.waitForURL(/\/desk\/digests\/\d{4}-\d\d-\d\d/);
    if (isThere) await owner.getByRole('button', { name: 'Draft again with the latest' }).click();
    await expect(owner.getByLabel('Text')).toHaveValue(/remote support companies/);
    const draft = await owner.getByLabel('Text').inputValue();
    expect(draft).toContain('Solved');
    expect(draft).toContain('remote support companies');
    expect(draft).toContain('About fifteen euros a month');
    expect(draft).toContain('Still open');
    expect(draft).not.toContain('pamphlet');
    expect(await has(site, '/', 'id="digest-title"')).toBe(false);
  });

  const title = 'Timers, and what support costs';
  await test.step('the owner edits it, looks at it and publishes it', async () => {
    const draft = await owner.getByLabel('Text').inputValue();
    await owner.getByLabel('Title').fill(title);
    await owner.getByLabel('Text').fill(`Good morning! <script>alert(1)</script>\n\n${draft}`);
    await owner.getByRole('button', { name: 'Preview' }).click();
    await expect(owner.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expectAccessible(owner);
    await owner.getByRole('button', { name: 'Save the draft' }).click();
    await expect(owner.getByText('Saved.')).toBeVisible();
    await owner.getByRole('button', { name: 'Publish this text' }).click();
    await expect(owner.getByText(/^Published\. It is in the slot/)).toBeVisible();
  });

  await test.step('it stands on home and forum, in the archive and in the feeds', async () => {
    for (const place of ['/', '/forum']) {
      await visitor.goto(place);
      await expect(visitor.getByRole('heading', { level: 2, name: title })).toBeVisible();
      await expect(visitor.getByRole('main').getByText('About fifteen euros a month').first()).toBeVisible();
      await expect(visitor.getByText('pamphlet')).toHaveCount(0);
    }
    // Who narrows the list down has only its line above it.
    await visitor.goto('/forum?state=solved');
    await expect(visitor.getByRole('main').getByRole('link', { name: title })).toBeVisible();
    await expect(visitor.getByRole('heading', { level: 2, name: title })).toHaveCount(0);
    await visitor.setViewportSize({ width: 390, height: 800 });
    await visitor.goto('/forum');
    await expect(visitor.getByText('About fifteen euros a month').first()).toBeHidden();
    const threads = visitor.getByRole('main').getByRole('listitem').getByRole('link', { name: SOLVED });
    await expect(threads.first()).toBeInViewport();
    await visitor.getByRole('link', { name: title }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await visitor.setViewportSize({ width: 1280, height: 800 });
    await visitor.goto('/digests');
    await visitor.getByRole('link', { name: title }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await visitor.getByRole('link', { name: SOLVED }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: SOLVED })).toBeVisible();
    for (const feed of ['/digests/feed.xml', '/feed.xml', '/forum/feed.xml']) {
      const read = await readFeed(visitor, await textOf(site, feed));
      expect(read.broken, feed).toBe(false);
      expect(read.root).toBe('feed');
      if (feed !== '/forum/feed.xml') expect(read.titles, feed).toContain(title);
    }
    await expectNowhere(site, secret);
  });
});

test('only the shop has a desk', async ({ visit, people }) => {
  const member = await visit({ as: await people.member('Ona') });
  for (const room of [
    '',
    '/faq',
    '/digests',
    '/moderation',
    '/refunds',
    '/people',
    '/jobs',
    '/mail',
    '/settings',
  ]) {
    const answer = await member.goto(`/desk${room}`);
    expect(answer?.status(), room).toBe(404);
  }
  const visitor = await visit();
  await visitor.goto('/desk');
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
});

async function thread(api: Api, title: string, body: string): Promise<string> {
  const made = await api('POST', '/threads', { title, body, category: 'general' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return String(made.body.id);
}

async function textOf(site: Site, path: string): Promise<string> {
  return (await fetch(`${site.url}${path}`)).text();
}

/** Whether an answer has these words in one piece: what matched a search is marked, and so cut off from the rest. */
async function has(site: Site, path: string, words: string): Promise<boolean> {
  return (await textOf(site, path)).includes(words);
}

/** A hidden thread is in no page, search, feed, list or answer that a visitor can get. */
async function expectNowhere(site: Site, id: string): Promise<void> {
  const places = ['/', '/forum', '/forum/general', '/digests', '/search?q=pamphlet+nobody', '/feed.xml'];
  const machines = ['/forum/feed.xml', '/digests/feed.xml', '/sitemap.xml', '/api/v1/digests'];
  const answers = ['/api/v1/threads', '/api/v1/search?q=quixotic', '/api/suggest?q=quixotic'];
  for (const place of [...places, ...machines, ...answers]) {
    await expect
      .poll(async () => {
        const text = await textOf(site, place);
        return text.includes(id) || text.includes('nobody should read');
      }, place)
      .toBe(false);
  }
  expect((await fetch(`${site.url}/api/v1/threads/${id}`)).status).toBe(404);
}

/** Reads a feed as a browser's strict XML parser does. */
function readFeed(page: Page, xml: string) {
  return page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    return {
      broken: feed.querySelector('parsererror') !== null,
      root: feed.documentElement.localName,
      titles: [...feed.querySelectorAll('entry > title')].map((title) => title.textContent),
    };
  }, xml);
}
