import type { Locator } from '@playwright/test';
import { JAVASCRIPT_BUDGET, javascriptOf } from '@/tests/support/javascript-of-page';
import { type Api, expect, test } from './people';

/** So long that the form at its end is out of sight. */
const REPLIES = 12;

async function aLongThread(api: Api, title: string): Promise<string> {
  const body = 'It blinks three times and then stays dark for a while.';
  const { body: asked } = await api('POST', '/threads', { title, body, category: 'general' });
  for (let index = 1; index <= REPLIES; index += 1) {
    await api('POST', `/threads/${asked.id}/replies`, { body: `Attempt ${index}: another socket.` });
  }
  return new URL(String(asked.url)).pathname;
}

/** Where something stands on its page, however far that is scrolled. */
const placeOf = (part: Locator) =>
  part.evaluate((element) => {
    const { top, left, width } = element.getBoundingClientRect();
    return { top: Math.round(top + window.scrollY), left: Math.round(left), width: Math.round(width) };
  });

test('pages that people come to stay within the budget for JavaScript', async ({ visit, people, api }) => {
  const page = await visit({ as: await people.member('Wenda') });
  const article = await api('POST', '/faq', {
    title: 'Why does the lantern blink?',
    body: 'Its battery is low.',
    category: 'general',
  });
  await api('PATCH', `/faq/${article.body.slug}`, { state: 'published' });
  const thread = await aLongThread(api, 'The lantern blinks when it is weighed');
  for (const path of ['/', `/faq/${article.body.slug}`, '/forum', thread]) {
    const { all, ours, scripts } = await javascriptOf(await (await page.request.get(path)).text());
    expect(scripts.length, path).toBeGreaterThan(3);
    expect.soft(all, `${path}, in all`).toBeLessThanOrEqual(JAVASCRIPT_BUDGET.all);
    expect.soft(ours, `${path}, ours`).toBeLessThanOrEqual(JAVASCRIPT_BUDGET.ours);
  }
});

test('what helps to write comes when one goes to the box: nothing moves, and what was typed before stays and is kept', async ({
  visit,
  people,
  api,
}) => {
  const path = await aLongThread(api, 'The lantern blinks when nobody writes');
  const page = await visit({ as: await people.member('Wenda') });
  const isRunning = page.waitForRequest((request) => request.url().includes('/api/live?'));
  await page.goto(path);
  const box = page.getByLabel('Your reply');
  const tools = page.getByRole('toolbar', { name: 'Formatting' });
  const post = page.getByRole('button', { name: 'Post the reply' });
  await isRunning;
  await expect(tools).toHaveCount(0);
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/_next/static/**', async (route) => {
    await gate;
    await route.continue();
  });
  await box.focus();
  await page.keyboard.type('Typed before anything came');
  await page.keyboard.press('ArrowLeft');
  await expect(tools).toHaveCount(0);
  const before = { box: await placeOf(box), post: await placeOf(post) };
  open();
  await expect(tools).toBeVisible();
  expect({ box: await placeOf(box), post: await placeOf(post) }).toEqual(before);
  await expect(box).toBeFocused();
  await page.keyboard.type('X');
  await expect(box).toHaveValue('Typed before anything camXe');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await box.scrollIntoViewIfNeeded();
  await expect(box).toHaveValue('Typed before anything camXe');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(box).toHaveValue('');
});
