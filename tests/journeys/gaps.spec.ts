import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

/** The owner's list, anew. */
async function openSearches(page: Page): Promise<void> {
  await page.goto('/desk/searches?period=7');
  await expect(page.getByRole('heading', { level: 1, name: 'Searches' })).toBeVisible();
}

/** The line of the list that is about these words. */
function gapOf(page: Page, words: string) {
  return page.getByRole('row').filter({ has: page.getByText(words, { exact: true }) });
}

/** The number above some words of the way from the search to the answer; 0 before anybody searched. */
async function stepCount(page: Page, words: RegExp): Promise<number> {
  const step = page.getByRole('listitem').filter({ hasText: words }).first();
  if ((await step.count()) === 0) return 0;
  return Number(/\d+/.exec((await step.textContent()) ?? '')?.[0]);
}

test('what is not found is asked with the words filled in, and the owner sees what is missing and who asks for it', async ({
  visit,
  people,
}) => {
  const ana = await visit({ as: await people.member('Ana') });
  await ana.goto('/');
  const box = ana.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  await box.fill('Zeppelin hangar?');
  await box.press('Enter');
  await expect(ana.getByRole('heading', { name: /Nothing found for/ })).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('link', { name: /Ask a question/ }).click();
  await expect(ana.getByLabel('Your question in one line')).toHaveValue('Zeppelin hangar?');
  await ana.getByLabel('What happened, and what have you tried?').fill('Mine does not fit into the garage.');
  await ana.getByRole('button', { name: 'Post the question' }).click();
  await expect(ana.getByRole('heading', { level: 1, name: 'Zeppelin hangar?' })).toBeVisible();

  const owner = await visit({ as: await people.owner() });
  await expect(async () => {
    await openSearches(owner);
    await expect(gapOf(owner, 'zeppelin hangar').getByRole('link', { name: 'Zeppelin hangar?' })).toBeVisible(
      { timeout: 500 },
    );
  }).toPass();
  const gap = gapOf(owner, 'zeppelin hangar');
  await expect(gap).toContainText('found nothing');
  await expect(gap).toContainText('once');
  await expectAccessible(owner);
  await owner.goto('/desk');
  await expect(owner.getByRole('heading', { name: 'Searches that found nothing' })).toBeVisible();
  await gapOf(owner, 'zeppelin hangar')
    .getByRole('link', { name: /Write an article/ })
    .click();
  await expect(owner.getByLabel('Question', { exact: false }).first()).toHaveValue('zeppelin hangar');
});

test('a search that was typed, opened and solved is counted as such and is no gap', async ({
  visit,
  people,
  api,
  site,
}) => {
  const title = 'How do I wax a zither?';
  await api('POST', '/faq', { title, body: 'Thinly, with a soft cloth.' });
  await expect
    .poll(() => fetch(`${site.url}/search?q=wax+zither`).then((answer) => answer.text()))
    .toContain('soft cloth');
  const owner = await visit({ as: await people.owner() });
  await openSearches(owner);
  const before = {
    opened: await stepCount(owner, /opened an answer/),
    solved: await stepCount(owner, /said that it helped/),
  };

  const page = await visit();
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  await box.pressSequentially('wax zith', { delay: 40 });
  await page.getByRole('option', { name: /wax a zither/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText(/thank you/i)).toBeVisible();

  await page.goto('/search?q=zither+waxing');
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await expect(async () => {
    await openSearches(owner);
    expect(await stepCount(owner, /opened an answer/)).toBe(before.opened + 2);
    expect(await stepCount(owner, /said that it helped/)).toBe(before.solved + 1);
  }).toPass();
  await expect(gapOf(owner, 'wax zith')).toBeHidden();
  await expect(gapOf(owner, 'zither waxing')).toBeHidden();
});

test('what is opened with the keyboard, or while a question is written, is noted with its place', async ({
  visit,
  api,
  site,
  people,
}) => {
  const title = 'How do I polish a sousaphone?';
  await api('POST', '/faq', { title, body: 'With lemon and patience.' });
  await expect
    .poll(() => fetch(`${site.url}/search?q=polish+sousaphone`).then((answer) => answer.text()))
    .toContain('lemon');
  const page = await visit();
  const opened = () =>
    page.waitForRequest(
      (request) => request.url().endsWith('/api/searches') && !!request.postDataJSON().opened,
    );
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  await box.fill('sousaphone');
  await expect(page.getByRole('option', { name: title })).toBeVisible();
  await box.press('ArrowDown');
  const [byKeyboard] = await Promise.all([opened(), box.press('Enter')]);
  expect(byKeyboard.postDataJSON()).toMatchObject({ place: 'suggestions', opened: { rank: 1 } });
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.goto('/forum/new');
  await page.getByLabel('Your question in one line').pressSequentially('My sousaphone needs polish');
  const similar = page.getByRole('region', { name: 'Similar answers' }).getByRole('link', { name: title });
  const [whileAsking] = await Promise.all([opened(), similar.click()]);
  expect(whileAsking.postDataJSON()).toMatchObject({ place: 'ask', opened: { rank: 1 } });

  const owner = await visit({ as: await people.owner() });
  await expect(async () => {
    await openSearches(owner);
    await expect(owner.getByText(/In the question form/)).toContainText('1 opened an answer', {
      timeout: 500,
    });
  }).toPass();
});

test('a second of rest counts, the letters on the way do not; without script the results page does', async ({
  visit,
  people,
}) => {
  const page = await visit({ phone: true });
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  const noted = page.waitForRequest((request) => request.url().endsWith('/api/searches'));
  await box.pressSequentially('theremin antenna', { delay: 30 });
  expect((await noted).postDataJSON()).toMatchObject({ query: 'theremin antenna', place: 'suggestions' });
  const plain = await visit({ scripts: false });
  await plain.goto('/search?q=glockenspiel+mallets');
  await expect(plain.getByRole('heading', { name: /Nothing found for/ })).toBeVisible();

  const owner = await visit({ as: await people.owner(), phone: true });
  await expect(async () => {
    await openSearches(owner);
    await expect(gapOf(owner, 'theremin antenna')).toBeVisible({ timeout: 500 });
    await expect(gapOf(owner, 'glockenspiel mallets')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(gapOf(owner, 'theremin')).toBeHidden();
  await expectFitsWindow(owner);
});

test('programs, the API, other sites and the shop’s own people are not counted', async ({
  visit,
  people,
  site,
}) => {
  await fetch(`${site.url}/search?q=xylorimba+zurnas`);
  await fetch(`${site.url}/api/v1/search?q=xylorimba+zurnas`);
  const note = (headers: Record<string, string>, body: string) =>
    fetch(`${site.url}/api/searches`, { method: 'POST', headers, body }).then(({ status }) => status);
  const words = JSON.stringify({ query: 'xylorimba zurnas', place: 'page', results: 0 });
  expect(await note({ origin: 'https://evil.example' }, words)).toBe(403);
  expect(await note({}, words)).toBe(403);
  expect(await note({ origin: site.url }, '{"query":')).toBe(422);
  expect(await note({ origin: site.url }, words.replace('page', 'mail'))).toBe(422);
  expect(await note({ origin: site.url }, 'x'.repeat(9000))).toBe(413);
  const owner = await visit({ as: await people.owner() });
  await owner.goto('/search?q=xylorimba+zurnas');
  await expect(owner.getByRole('heading', { name: /Nothing found for/ })).toBeVisible();
  // What is counted goes through the same queue of work, so that this one is there when the others would be.
  expect(await note({ origin: site.url }, words.replace('xylorimba zurnas', 'bagpipe reeds'))).toBe(204);
  await expect(async () => {
    await openSearches(owner);
    await expect(gapOf(owner, 'bagpipe reeds')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(gapOf(owner, 'xylorimba zurnas')).toBeHidden();
});
