import type { Locator, Page } from '@playwright/test';
import { type Api, expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

const box = (page: Page): Locator => page.getByLabel('Your reply');
const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true });

/** Goes to the box of a thread: what helps to write comes when the box comes into view. */
async function goToBox(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAtBox(page);
}

async function isAtBox(page: Page): Promise<void> {
  await box(page).scrollIntoViewIfNeeded();
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
}

/** A question of the owner's, with a reply. @returns their address and the reply's id */
async function aThread(api: Api, title: string): Promise<{ path: string; id: string; replyId: string }> {
  const asked = await api('POST', '/threads', { title, body: 'It **hums** at night.', category: 'general' });
  const id = String(asked.body.id);
  const said = await api('POST', `/threads/${id}/replies`, { body: 'Try a *trailing edge* dimmer.' });
  return { path: `/t/${id}`, id, replyId: String(said.body.id) };
}

test('mouse and keyboard write the same marks, and undo takes them back', async ({ visit, people, api }) => {
  const { path } = await aThread(api, 'The lamp hums when it is cold');
  const page = await visit({ as: await people.member('Clara') });
  await goToBox(page, path);
  await box(page).fill('quiet');
  await test.step('keys', async () => {
    await box(page).press('Control+a');
    await box(page).press('Control+b');
    await expect(box(page)).toHaveValue('**quiet**');
    await box(page).press('Control+b');
    await expect(box(page)).toHaveValue('quiet');
    await box(page).press('Control+z');
    await expect(box(page)).toHaveValue('**quiet**');
    await box(page).press('Control+z');
    await expect(box(page)).toHaveValue('quiet');
    await box(page).press('Control+k');
    await expect(box(page)).toHaveValue('[quiet](https://)');
    await expect(box(page)).toBeFocused();
  });
  await test.step('buttons, as one stop of the Tab key', async () => {
    await box(page).fill('one');
    await tool(page, 'List').click();
    await expect(box(page)).toHaveValue('- one');
    await expect(box(page)).toBeFocused();
    await box(page).press('Shift+Tab');
    await expect(tool(page, 'List')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(tool(page, 'Numbered list')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue('1. one');
  });
  await test.step('lists go on by themselves, and end', async () => {
    await box(page).press('End');
    await box(page).press('Enter');
    await page.keyboard.type('two');
    await box(page).press('Enter');
    await box(page).press('Enter');
    await page.keyboard.type('done');
    await expect(box(page)).toHaveValue('1. one\n2. two\ndone');
  });
  await test.step('the preview is the site’s own', async () => {
    await tool(page, 'Preview').click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('listitem').first()).toHaveText('one');
    await box(page).fill('now `code`');
    await expect(preview.locator('code')).toHaveText('code');
    await expectAccessible(page);
  });
});

test('names and emoji complete while typing, and the reply goes out with a key', async ({
  visit,
  people,
  api,
}) => {
  const { path } = await aThread(api, 'The lamp hums when it is warm');
  const page = await visit({ as: await people.member('Clara') });
  await goToBox(page, path);
  await box(page).pressSequentially('Thanks @');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  // The thread's people are offered before a letter is typed.
  await expect(list.getByRole('option')).toHaveCount(1);
  const owner = (await list.getByRole('option').textContent()) ?? '';
  await expectAccessible(page);
  await box(page).press('Escape');
  await expect(list).toBeHidden();
  await box(page).press('Backspace');
  await box(page).pressSequentially(`@${owner.slice(0, 2).toLowerCase()}`);
  await expect(list.getByRole('option', { name: owner })).toHaveAttribute('aria-selected', 'true');
  await box(page).press('Enter');
  await expect(box(page)).toHaveValue(new RegExp(`^Thanks @"?${owner}"? $`));
  await box(page).pressSequentially('fine :) :smil');
  await list.getByRole('option').first().click();
  await expect(box(page)).toHaveValue(/fine :\) 🙂$/);
  await box(page).press('Control+Enter');
  const reply = page.getByRole('article').filter({ hasText: 'fine :) 🙂' });
  await expect(reply.getByRole('link', { name: `@${owner}` })).toHaveAttribute('href', /^\/u\//);
  await expect(box(page)).toHaveValue('');
});

test('what is selected in a post is quoted with who wrote it and where', async ({ visit, people, api }) => {
  const { path, replyId } = await aThread(api, 'The lamp hums when it rains');
  const page = await visit({ as: await people.member('Clara') });
  await goToBox(page, path);
  await box(page).fill('First thought.');
  const post = page.locator(`#reply-${replyId}`);
  await post.locator('em').selectText();
  await post.getByRole('button', { name: 'Quote this' }).click();
  await expect(box(page)).toHaveValue(
    new RegExp(
      `^First thought\\.\\n\\n> \\[.+ wrote\\]\\(/t/[a-z0-9]+\\?reply=${replyId}\\):\\n>\\n> trailing edge\\n\\n$`,
    ),
  );
  await expect(box(page)).toBeFocused();

  await test.step('on a phone the post has a link for it, and what was written stays', async () => {
    const phone = await visit({ as: await people.member('Clara'), phone: true });
    await goToBox(phone, path);
    await phone.setViewportSize({ width: 320, height: 700 });
    await box(phone).fill('Mine.');
    await phone.locator(`#reply-${replyId}`).getByRole('link', { name: 'Quote' }).tap();
    await expect(box(phone)).toHaveValue(/^Mine\.\n\n> \[[\s\S]+> Try a \*trailing edge\* dimmer\.\n\n$/);
    await expectFitsWindow(phone);
    await expectAccessible(phone);
  });
});

test('without script it is a text area, with the quote filled in by the site', async ({
  visit,
  people,
  api,
}) => {
  const { path, replyId } = await aThread(api, 'The lamp hums without a script');
  const page = await visit({ as: await people.member('Clara'), scripts: false });
  await page.goto(path);
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await page.locator(`#reply-${replyId}`).getByRole('link', { name: 'Quote' }).click();
  await expect(box(page)).toHaveValue(/wrote\]\([\s\S]+> Try a \*trailing edge\* dimmer\.\n\n$/);
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('blockquote em')).toHaveText('trailing edge');
});

test('a draft is saved, comes back, and is gone when its reply is posted', async ({ visit, people, api }) => {
  const { path } = await aThread(api, 'The lamp hums while I write');
  const page = await visit({ as: await people.member('Dora') });
  await goToBox(page, path);
  await box(page).fill('Half a thought');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await test.step('in another browser of hers', async () => {
    const other = await visit({ as: await people.member('Dora') });
    await goToBox(other, path);
    await expect(box(other)).toHaveValue('Half a thought');
    await expect(other.getByText('Here is what you wrote last time.')).toBeVisible();
    await expectAccessible(other);
    await box(other).fill('Half a thought, and another half');
    await expect(other.getByText('Saved', { exact: true })).toBeVisible();
  });
  await test.step('the older browser is told, and overwrites nothing by itself', async () => {
    await box(page).fill('Half a thought!');
    await expect(page.getByText('A newer draft of this is open elsewhere.')).toBeVisible();
    await expect(box(page)).toHaveValue('Half a thought!');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take the newer text' }).click();
    await expect(box(page)).toHaveValue('Half a thought, and another half');
    await expect(page.getByText('A newer draft of this is open elsewhere.')).toBeHidden();
  });
  await test.step('start over', async () => {
    await page.reload();
    await isAtBox(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(box(page)).toHaveValue('');
    await page.reload();
    await isAtBox(page);
    await expect(box(page)).toHaveValue('');
  });
  await test.step('posted', async () => {
    await box(page).fill('A whole thought.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Post the reply' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'A whole thought.' })).toBeVisible();
    await expect(box(page)).toHaveValue('');
    await goToBox(page, path);
    await page.waitForLoadState('networkidle');
    await expect(box(page)).toHaveValue('');
  });
});

test('two tabs of one browser: the older one is told at once, and both texts are there to choose from', async ({
  visit,
  people,
  api,
}) => {
  const { path } = await aThread(api, 'The lamp hums in two tabs');
  const one = await visit({ as: await people.member('Dora') });
  const two = await one.context().newPage();
  await goToBox(one, path);
  await goToBox(two, path);
  await box(one).fill('From the first tab');
  await expect(two.getByText('A newer draft of this is open elsewhere.')).toBeVisible();
  await box(two).fill('From the second tab');
  await two.getByRole('button', { name: 'Keep this one' }).click();
  await expect(one.getByText('A newer draft of this is open elsewhere.')).toBeVisible();
  await expect(box(one)).toHaveValue('From the first tab');
  await one.getByRole('button', { name: 'Take the newer text' }).click();
  await expect(box(one)).toHaveValue('From the second tab');
  await two.close();
  await one.reload();
  await isAtBox(one);
  await expect(box(one)).toHaveValue('From the second tab');
});

test('a visitor’s question is kept before anybody signs in', async ({ visit }) => {
  const page = await visit({ phone: true });
  await page.goto('/forum/new');
  await page.getByLabel('Your question in one line').fill('Does the lamp hum for everybody?');
  await page.getByLabel('What happened, and what have you tried?').fill('Mine does.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue('Mine does.');
  await expect(page.getByLabel('Your question in one line')).toHaveValue('Does the lamp hum for everybody?');
  await expectFitsWindow(page);
  await expectAccessible(page);
});

test('a pasted picture becomes a line of the text; one that is refused leaves a sentence and the text', async ({
  visit,
  people,
  api,
}) => {
  const { path } = await aThread(api, 'The lamp hums in this picture');
  const page = await visit({ as: await people.member('Dora') });
  await goToBox(page, path);
  const answers = [
    {
      status: 201,
      json: { id: 'a', url: '/uploads/a.png', markdown: '![lamp](/uploads/a.png)', title: 'lamp' },
    },
    { status: 422, json: { detail: 'This picture could not be read.' } },
  ];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/uploads', async (route) => {
    await held;
    await route.fulfill(answers.shift());
  });
  await box(page).fill('Look:');
  await paste(page, 'lamp.png');
  await expect(box(page)).toHaveValue('Look:\n\n![Uploading lamp.png…]()\n');
  await expect(page.getByText(/^(Adding|Preparing) lamp\.png/)).toBeVisible();
  await page.keyboard.type('So loud.');
  release();
  await expect(box(page)).toHaveValue('Look:\n\n![lamp](/uploads/a.png)\nSo loud.');
  await paste(page, 'torn.png');
  await expect(page.getByRole('region', { name: 'Reply' }).getByRole('alert')).toContainText(
    'torn.png was not added. This picture could not be read.',
  );
  await expect(box(page)).toHaveValue(/^Look:\n\n!\[lamp\]\(\/uploads\/a\.png\)\nSo loud\.\s*$/);
  await expectAccessible(page);
});

async function paste(page: Page, name: string): Promise<void> {
  await box(page).evaluate((area, fileName) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['not really'], fileName, { type: 'image/png' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, name);
}

test('how much room is left is said when it begins to matter', async ({ visit, people, api }) => {
  const { path } = await aThread(api, 'The lamp hums at great length');
  const page = await visit({ as: await people.member('Clara') });
  await goToBox(page, path);
  await box(page).fill('x'.repeat(29_990));
  await expect(page.getByText('10 characters left')).toBeVisible();
  await box(page).fill('x'.repeat(30_005));
  await expect(page.getByText('5 characters too many')).toBeVisible();
  await box(page).press('Control+Enter');
  await expect(page).toHaveURL(/\/t\//);
  expect(await box(page).evaluate((area: HTMLTextAreaElement) => area.validationMessage)).toMatch(/too long/);
});
