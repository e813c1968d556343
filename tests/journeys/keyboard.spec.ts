import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { OWNER } from './site';

test('the first stop of the Tab key leads past the navigation', async ({ visit }) => {
  const page = await visit();
  await page.goto('/forum');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('wherever the focus is, it can be seen', async ({ visit }) => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await visit({ scheme });
    for (const path of ['/', '/forum', '/sign-in', '/refund']) {
      await page.goto(path);
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const focus = await seenFocus(page);
        if (focus === null) break;
        expect(focus.marked, `${path}: ${focus.what}`).toBe(true);
        expect(focus.inWindow, `${path}: ${focus.what}`).toBe(true);
      }
    }
  }
});

test('a menu on a phone opens, closes and leads on by keyboard alone', async ({ visit }) => {
  const page = await visit({ phone: true });
  await page.goto('/');
  const menu = page.locator('summary').filter({ hasText: 'Menu' });
  await tabTo(page, 'Menu');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  const forum = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Forum' });
  await expect(forum).toBeVisible();
  await tabTo(page, 'Forum');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Forum' })).toBeVisible();
});

test('the owner signs in and replies without touching the mouse', async ({ visit, api }) => {
  const asked = await api('POST', '/threads', {
    title: 'Is there anybody who types only?',
    body: 'My mouse is broken.',
    category: 'general',
  });
  const page = await visit();
  await page.goto(`/sign-in?next=${encodeURIComponent(`/t/${asked.body.id}/x`)}`);
  await expect(page.getByLabel('E-mail').first()).toBeFocused();
  await page.keyboard.type(OWNER.email);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Mail me a link' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /types only/ })).toBeVisible();
  await tabTo(page, 'Your reply');
  await page.keyboard.type('Yes: me, right now.');
  // Between the text and its button stands the help with writing, and nothing else.
  await tabTo(page, 'Post the reply', 2);
  await expect(page.getByRole('button', { name: 'Post the reply' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('Yes: me, right now.')).toBeVisible();
});

test('a slash brings the search under the fingers', async ({ visit }) => {
  const page = await visit();
  await page.goto('/faq');
  await page.getByRole('main').getByRole('combobox').waitFor();
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
});

/** What has the focus, whether something around it says so, and whether it is in the window; null at the page's end. */
function seenFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    const box = element.getBoundingClientRect();
    return {
      what: `${element.tagName} ${element.textContent?.slice(0, 40) || element.getAttribute('name')}`,
      marked: outlined || style.boxShadow !== 'none',
      inWindow: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });
}

/** Presses Tab until the thing of this name has the focus. */
async function tabTo(page: Page, name: string, stops = 60): Promise<void> {
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLTextAreaElement ? [...element.labels] : [];
      return labels.map((label) => label.textContent).join(' ') || element?.textContent || '';
    });
    if (here.trim().startsWith(name)) return;
  }
  throw new Error(`The Tab key does not reach ${name}.`);
}
