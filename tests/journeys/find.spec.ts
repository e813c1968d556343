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

test('without JavaScript results are narrowed down and widened again, by addresses that can be sent', async ({
  visit,
  api,
}) => {
  const ask = async (title: string, ...tags: string[]) =>
    (await api('POST', '/threads', { title, body: 'At the harbour.', category: 'general', tags })).body.id;
  await ask('Is the harbour shop open?', 'opening');
  await ask('Parking at the harbour shop');
  const solved = await ask('Which harbour is meant?');
  const reply = await api('POST', `/threads/${solved}/replies`, { body: 'The old one.' });
  await api('POST', `/threads/${solved}/accept`, { replyId: reply.body.id });
  const states = async () => {
    const found = await api('GET', '/search?q=harbour');
    return (found.body.results as { state: string }[]).map(({ state }) => state).sort();
  };
  await expect.poll(states).toEqual(['solved', 'unanswered', 'unanswered']);

  const page = await visit({ scripts: false });
  await page.goto('/search?q=harbour');
  const results = page.getByRole('main').locator('ol > li');
  await expect(results).toHaveCount(3);
  await page.getByText('Narrow down').click();
  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Unanswered 2' }).click();
  await page.waitForURL(/\/search\?q=harbour&state=unanswered$/);
  await expect(results).toHaveCount(2);
  await page.getByText('Narrow down').click();
  await page.getByRole('navigation', { name: 'Tag' }).getByRole('link', { name: 'opening 1' }).click();
  await expect(results).toHaveCount(1);
  const set = page.getByRole('list', { name: 'Filters that are set' });
  await expect(set.getByRole('link')).toHaveCount(2);
  await set.getByRole('link', { name: /State: Unanswered/ }).click();
  await page.waitForURL(/\/search\?q=harbour&tag=opening$/);
  await set.getByRole('link', { name: /Tag: opening/ }).click();
  await page.waitForURL(/\/search\?q=harbour$/);
  await expect(results).toHaveCount(3);
});

test('the results with their filters open and set are for everybody, on a small phone too', async ({
  visit,
}) => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await visit({ scheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/search?q=customers&type=thread&category=no-such-shelf');
    await expect(page.getByText('Nothing fits all of these filters.')).toBeVisible();
    await page.getByRole('link', { name: /Remove the filter/ }).click();
    await page.getByText('Narrow down').click();
    await expect(page.getByRole('navigation', { name: 'Tag' })).toBeVisible();
    await expectAccessible(page);
    await expectFitsWindow(page);
  }
});

test('the keys of the box: the text keeps its own, the list has the rest', async ({ visit }) => {
  const page = await visit();
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  for (const keys of ['/', 'Control+k']) {
    await box.blur();
    await page.keyboard.press(keys);
    await expect(box).toBeFocused();
  }
  await page.keyboard.type('customers');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await page.getByRole('option').count()).toBeLessThanOrEqual(9);
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/^\d suggestions?$/);
  await page.keyboard.press('ArrowUp');
  const last = page.getByRole('option', { name: 'Search for “customers”' });
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await expect(box).toHaveValue('customers');
  await page.keyboard.press('Home');
  await expect(last).toHaveAttribute('aria-selected', 'false');
  expect(await box.evaluate((input) => input instanceof HTMLInputElement && input.selectionStart)).toBe(0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=customers$/);
});

test('a thumb chooses a suggestion, and nothing on the page moves when the list opens', async ({ visit }) => {
  const page = await visit({ phone: true });
  await page.goto('/');
  const box = page.getByRole('main').getByRole('combobox');
  await box.tap();
  const placeOf = () => page.getByRole('main').getByRole('heading', { level: 2 }).first().boundingBox();
  const before = await placeOf();
  await box.fill('grocery');
  const option = page.getByRole('option', { name: /grocery shopping/ });
  await expect(option).toBeVisible();
  expect(await placeOf()).toEqual(before);
  await option.tap();
  await expect(page.getByRole('heading', { level: 1, name: GROCERIES })).toBeVisible();
});

test('what is not found leads to a question with the words filled in', async ({ visit }) => {
  const page = await visit();
  await page.goto('/search?q=zeppelin+hangar+rental');
  await expect(page.getByRole('heading', { name: /Nothing found for/ })).toBeVisible();
  await page.getByRole('link', { name: /Ask a question/ }).click();
  await expect(page.getByLabel('Your question in one line')).toHaveValue('zeppelin hangar rental');
});

test('a vague question with a typing error finds its answer while it is asked', async ({ visit }) => {
  const page = await visit();
  await page.goto('/forum/new');
  await page.getByLabel('Your question in one line').pressSequentially('is grocry shoping dangeros??');
  await page.getByLabel('What happened, and what have you tried?').fill('I am worried.');
  const similar = page.getByRole('region', { name: 'Similar answers' });
  const answer = similar.getByRole('listitem').filter({ hasText: /grocery shopping/ });
  await expect(answer).toContainText('no evidence');
  await expectAccessible(page);
  await answer.getByRole('button', { name: 'This solved it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: GROCERIES })).toBeVisible();
  await expect(page.getByText('Good to hear that this solved it')).toBeVisible();
  // Not quite it after all: the question is still there.
  await page.getByRole('link', { name: 'Go back to your question' }).click();
  await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue('I am worried.');
});

test('what came with the page stays where it is until something newer is known', async ({ visit }) => {
  const page = await visit();
  // Never answered: what a slow network looks like.
  await page.route('**/api/similar', () => {});
  await page.goto('/forum/new?title=is+grocry+shoping+dangeros');
  await expect(page.getByRole('button', { name: 'Check for answers first' })).toBeHidden();
  const similar = page.getByRole('region', { name: 'Similar answers' });
  await expect(similar.getByRole('link', { name: /grocery shopping/ })).toBeVisible();
  await page.getByLabel('Your question in one line').fill('is');
  await expect(similar).toBeHidden();
});

test('without JavaScript, too, the answer is found while asking, and the question is not posted', async ({
  visit,
}) => {
  const page = await visit({ scripts: false });
  await page.goto('/forum/new');
  await page.getByLabel('Your question in one line').fill('is grocry shoping dangeros??');
  await page.getByRole('button', { name: 'Check for answers first' }).click();
  const similar = page.getByRole('region', { name: 'Similar answers' });
  const answer = similar.getByRole('listitem').filter({ hasText: /grocery shopping/ });
  await answer.getByRole('button', { name: 'This solved it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: GROCERIES })).toBeVisible();
  await expect(page.getByText('Good to hear that this solved it')).toBeVisible();
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
