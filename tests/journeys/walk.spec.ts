import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { expectAccessible } from './site';
import { headingsOf, landmarksOf, readTree, type Told } from './tree';

const FRAME = ['banner', 'navigation Main', 'main', 'contentinfo'];

test('who hears the site instead of seeing it gets from the list into a thread and answers there', async ({
  visit,
  people,
  api,
}) => {
  test.setTimeout(120_000);
  const asked = await api('POST', '/threads', {
    title: 'Does the walnut lamp come with a bulb?',
    body: 'The box is so light.',
    category: 'general',
    tags: ['walnut'],
  });
  const id = String(asked.body.id);
  const reply = (body: string) => api('POST', `/threads/${id}/replies`, { body });
  const first = await reply('It does: a warm one.');
  await api('POST', `/threads/${id}/accept`, { replyId: first.body.id });
  await reply('And a spare one since May.');
  const page = await visit({ as: await people.member('Wanda') });

  await test.step('the list says where one is, and each thread is one link that says what it asks', async () => {
    await page.goto('/forum');
    const tree = await readTree(page);
    expect(landmarksOf(tree)).toEqual(expect.arrayContaining(FRAME));
    expectOneOfEach(tree);
    expectOutline(tree, 'Forum');
    const link = tree.filter(({ role, name }) => role === 'link' && name.startsWith('Does the walnut lamp'));
    expect(link).toHaveLength(1);
    expect(link[0]?.inside.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['listitem', 'list', 'main']),
    );
    await expectAccessible(page);
    await focusIsOn(page, 'BODY');
  });

  await test.step('the thread has a heading for the question, and one for each reply', async () => {
    await page.getByRole('link', { name: /^Does the walnut lamp/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Does the walnut lamp/ })).toBeVisible();
    await writable(page);
    const tree = await readTree(page);
    expect(landmarksOf(tree)).toEqual(
      expect.arrayContaining([...FRAME, 'navigation Breadcrumbs', 'region What solved it', 'region Reply']),
    );
    expectOneOfEach(tree);
    expectOutline(tree, 'Does the walnut lamp come with a bulb?');
    const articles = tree.filter(({ role }) => role === 'article');
    expect(articles).toHaveLength(2);
    for (const article of articles) {
      const inside = tree.filter((one) => one.inside.some((around) => around.id === article.id));
      expect(headingsOf(inside)).toHaveLength(1);
      expect(headingsOf(inside)[0]).toMatch(/^3 Reply \d by /);
    }
    for (const told of tree.filter(({ role }) => role === 'button' || role === 'link')) {
      expect(told.name.trim(), `a ${told.role} without a name`).not.toBe('');
    }
    await expectAccessible(page);
  });

  await test.step('the composer says what it is for, and its buttons what they do', async () => {
    const tree = await readTree(page);
    const box = tree.find(({ role, name }) => role === 'textbox' && name === 'Your reply');
    expect(box?.description).toContain('Everybody can read this');
    const bar = tree.find(({ role, name }) => role === 'toolbar' && name === 'Formatting');
    const buttons = tree.filter(({ inside }) => inside.some((around) => around.id === bar?.id));
    expect(buttons.filter(({ role }) => role === 'button').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Bold', 'Link', 'Picture or PDF', 'Preview']),
    );
  });

  await test.step('a vote leaves one where one is, and the button says what became of it', async () => {
    const helpful = page
      .getByRole('article')
      .last()
      .getByRole('button', { name: /helpful/i });
    await helpful.focus();
    await page.keyboard.press('Enter');
    await expect(helpful).toHaveText(/You found this helpful · 1/);
    await expect(helpful).toBeFocused();
  });

  const box = page.getByLabel('Your reply');
  await test.step('a reply of somebody else is said, and moves neither the focus nor the page', async () => {
    await box.fill('Mine had none');
    await box.press('End');
    const before = await whereabouts(page);
    const silent = (await readTree(page)).filter(({ live }) => live === 'polite');
    expect(silent.length, 'places that speak are there before they have something to say').toBeGreaterThan(0);
    await reply('We add one to every box now.');
    await expect(page.getByRole('status').filter({ hasText: '1 new reply' })).toBeVisible();
    expect(await whereabouts(page)).toEqual(before);
    await page.keyboard.type(', sadly.');
    await expect(box).toHaveValue('Mine had none, sadly.');
    await expectAccessible(page);
  });

  await test.step('what is wrong is said where one is', async () => {
    await box.press('Control+A');
    await box.press('Delete');
    await box.press('Control+Enter');
    await focusIsOn(page, 'TEXTAREA');
    expect(await box.evaluate((area: HTMLTextAreaElement) => area.validity.valid)).toBe(false);
  });

  await test.step('one’s own reply is posted from the box, and has its heading', async () => {
    await page.keyboard.type('Thank you, mine was just well hidden.');
    await page.keyboard.press('Control+Enter');
    const mine = page.getByRole('article', { name: 'Reply 4 by Wanda' });
    await expect(mine).toContainText('well hidden');
    await expect(mine).toBeFocused();
    await writable(page);
    const tree = await readTree(page);
    expect(headingsOf(tree).filter((heading) => heading.endsWith(' by Wanda'))).toEqual([
      '3 Reply 4 by Wanda',
    ]);
    expectOutline(tree, 'Does the walnut lamp come with a bulb?');
  });
});

test('who hears the site asks, is told of answers while writing, and what is missing', async ({
  visit,
  api,
}) => {
  await api('POST', '/threads', {
    title: 'Can the cherry lamp hang outside?',
    body: 'On a porch with a roof.',
    category: 'general',
  });
  const page = await visit();
  await page.goto('/forum/new');
  await writable(page);
  await focusIsOn(page, 'BODY');
  const tree = await readTree(page);
  expectOutline(tree, 'Ask a question');
  const fields = tree.filter(({ role }) => role === 'textbox' || role === 'combobox').map(({ name }) => name);
  expect(fields).toEqual(
    expect.arrayContaining(['Your question in one line', 'Category', 'Tags optional', 'Your e-mail']),
  );

  const title = page.getByLabel('Your question in one line');
  await expect(async () => {
    await title.fill('');
    await title.pressSequentially('Can the cherry lamp hang outside');
    await expect(page.getByRole('region', { name: 'Similar answers' })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(title).toBeFocused();
  const spoken = page.locator('[aria-live=polite]').filter({ has: page.getByRole('region') });
  await expect(spoken.getByRole('link', { name: /cherry lamp/ })).toBeVisible();
  await expectAccessible(page);
  await spoken.getByRole('button', { name: 'None of these' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Similar answers' })).toHaveCount(0);
  await expect(page.getByLabel('What happened, and what have you tried?')).toBeFocused();

  await page.getByLabel('What happened, and what have you tried?').fill('Call me: +44 7700 900123.');
  await page.getByLabel('Your e-mail').fill('hears@example.com');
  // Sent from the top of the form: the answer is below, and comes into sight.
  await title.press('Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'Everybody can read this' });
  await expect(alert).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Post with these hidden' })).toBeVisible();
  await expectAccessible(page);
});

test('who accepts, hides and shows again by the keyboard stays where they were', async ({
  visit,
  people,
  api,
}) => {
  const asked = await api('POST', '/threads', {
    title: 'Which oil for the teak lamp?',
    body: '# Teak\n\nIt dries out.',
    category: 'general',
  });
  const id = String(asked.body.id);
  for (const body of ['Linseed, thinly.', '# Do not\n\nOil it at all.']) {
    await api('POST', `/threads/${id}/replies`, { body });
  }
  const page = await visit({ as: await people.owner() });
  await page.goto(`/t/${id}`);
  await writable(page);
  expectOutline(await readTree(page), 'Which oil for the teak lamp?');
  const second = page.getByRole('article', { name: /^Reply 2/ });
  const place = page.locator('p[data-reply-number="2"]').getByRole('link');
  await second.getByRole('button', { name: 'This solved it' }).press('Enter');
  await expect(place).toBeFocused();
  await second.getByRole('button', { name: 'Not solved by this' }).press('Enter');
  await expect(place).toHaveCount(0);
  await expect(second).toBeFocused();
  await second.getByText('Hide…').press('Enter');
  await second.getByRole('button', { name: 'Hide the reply' }).press('Enter');
  await expect(second.getByText('Hidden by the shop')).toBeVisible();
  await expect(second).toBeFocused();
  await second.getByRole('button', { name: 'Show it again' }).press('Enter');
  await expect(second.getByText('Hidden by the shop')).toHaveCount(0);
  await expect(second).toBeFocused();
  await second.getByRole('link', { name: 'Edit' }).press('Enter');
  await expect(second.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await expect(second.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await second.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(second.getByRole('link', { name: 'Edit' })).toBeVisible();
  await expect(second).toBeFocused();
});

test('on a phone the bell leads to what one was told, whether or not something is new', async ({
  visit,
  people,
}) => {
  for (const as of [await people.member('Wanda'), await people.owner()]) {
    const page = await visit({ as, phone: true });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto('/forum');
      await expect(page.getByRole('banner').getByRole('link', { name: /^Notifications/ })).toBeInViewport();
      await expect(page.getByRole('banner').locator('summary')).toBeInViewport();
      await expect(page.getByRole('banner').getByRole('link').first()).toBeInViewport();
    }
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^Notifications/ })
      .tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
  }
});

/** The scripts of a page with a composer are at work: they come when its box comes into view. */
async function writable(page: Page): Promise<void> {
  await page.locator('textarea[name=body]').scrollIntoViewIfNeeded();
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
}

/** Page, header and footer are one of each, or their names say which is which. */
function expectOneOfEach(tree: Told[]): void {
  const heard = landmarksOf(tree);
  expect(heard.filter((one, at) => heard.indexOf(one) !== at)).toEqual([]);
}

/** One heading for the page, and below it no step left out. */
function expectOutline(tree: Told[], title: string): void {
  const headings = headingsOf(tree);
  expect(headings.filter((heading) => heading.startsWith('1 '))).toEqual([`1 ${title}`]);
  let deepest = 1;
  for (const heading of headings) {
    const level = Number(heading[0]);
    expect(level, `${heading} in ${headings.join(', ')}`).toBeLessThanOrEqual(deepest + 1);
    deepest = level;
  }
}

async function focusIsOn(page: Page, tag: string): Promise<void> {
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(tag);
}

/** Where somebody reads and writes: the focus, the cursor in it, how far the page is scrolled. */
function whereabouts(page: Page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    return {
      focus: here?.id,
      cursor: here instanceof HTMLTextAreaElement ? here.selectionStart : null,
      scrolled: Math.round(scrollY),
    };
  });
}
