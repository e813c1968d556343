import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

const GROCERIES = 'Any advice about how to minimize risk during grocery shopping trips or getting takeout.';

test.beforeAll('the shop takes over a real FAQ and real threads', async ({ site }) => {
  const faq = await site.command('bin/import.ts', 'faq', 'tests/data/faq-covid-sample.jsonl');
  expect(faq).toContain('12 new, 0 updated, 0 unchanged, 0 skipped');
  const threads = await site.command('bin/import.ts', 'threads', 'tests/data/forum-onstartups-sample.jsonl');
  expect(threads).toContain('25 new');
  await expect
    .poll(() => fetch(`${site.url}/search?q=grocery+shopping`).then((answer) => answer.text()))
    .toContain('minimize risk');
  await expect
    .poll(() => fetch(`${site.url}/search?q=remote+support+companies`).then((answer) => answer.text()))
    .toContain('charge per user');
});

test('importing the same file again doubles nothing', async ({ site }) => {
  const again = await site.command('bin/import.ts', 'faq', 'tests/data/faq-covid-sample.jsonl');
  expect(again).toContain('0 new, 0 updated, 12 unchanged, 0 skipped');
});

test('a customer types, chooses a suggestion with the keyboard, reads the answer and says that it helped', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  await box.fill('grocery shoping');
  const suggestion = page.getByRole('option', { name: /grocery shopping trips/ });
  await expect(suggestion).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await box.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', /.+/);
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await box.press('ArrowDown');
  await expect(suggestion).toBeVisible();
  await chooseByArrows(page, /grocery shopping trips/);
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: GROCERIES })).toBeVisible();
  await expect(page.getByText('no evidence of food or food packaging')).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('main').getByRole('status').or(page.getByText(/thank/i)).first()).toBeVisible();
});

test('the results page finds articles and threads, and can be sent to a friend', async ({ visit }) => {
  const page = await visit();
  await page.goto('/search');
  const box = page.getByRole('main').getByRole('combobox', { name: 'Search answers and threads' });
  await box.fill('customers');
  await box.press('Enter');
  await page.waitForURL(/\/search\?q=customers/);
  await expect(page.getByRole('link', { name: /corporate customers/ })).toBeVisible();
  const friend = await visit({ phone: true, scheme: 'dark' });
  await friend.goto(page.url());
  await expect(friend.getByRole('link', { name: /corporate customers/ })).toBeVisible();
  await expectFitsWindow(friend);
  await friend.getByRole('link', { name: /corporate customers/ }).click();
  await expect(friend.getByRole('heading', { level: 1, name: /corporate customers/ })).toBeVisible();
});

test('without JavaScript the same answer is found, read and rated', async ({ visit }) => {
  const page = await visit({ scripts: false });
  await page.goto('/');
  await page.getByRole('main').getByRole('searchbox').fill('is takeout safe');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).first().click();
  await page.getByRole('link', { name: GROCERIES }).click();
  await expect(page.getByRole('heading', { level: 1, name: GROCERIES })).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText(/thank/i)).toBeVisible();
});

test('what is not found leads to a question with the words filled in', async ({ visit }) => {
  const page = await visit();
  await page.goto('/search?q=zeppelin+hangar+rental');
  await expect(page.getByRole('heading', { name: /Nothing found for/ })).toBeVisible();
  await page.getByRole('link', { name: /Ask a question/ }).click();
  await expect(page.getByLabel('Your question in one line')).toHaveValue('zeppelin hangar rental');
});

test('a title being typed shows the answer that exists already', async ({ visit }) => {
  const page = await visit();
  await page.goto('/forum/new');
  await page.getByLabel('Your question in one line').pressSequentially('What risk is in grocery shopping');
  await expect(
    page.getByRole('region', { name: 'Similar answers' }).getByRole('link', { name: /grocery shopping/ }),
  ).toBeVisible();
});

test('an old article of another address answers "not found" with ways on', async ({ visit }) => {
  const page = await visit();
  const answer = await page.goto('/faq/there-is-no-such-article');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

/** Presses the arrow until the option of this name is the chosen one. */
async function chooseByArrows(page: Page, name: RegExp): Promise<void> {
  const option = page.getByRole('option', { name });
  for (let step = 0; step < 10; step += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not reach ${name}.`);
}
