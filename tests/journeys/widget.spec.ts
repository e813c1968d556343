import type { Page } from '@playwright/test';
import { expect, test } from './people';
import { openShop, type Shop } from './shop-page';
import { expectAccessible, expectFitsWindow } from './site';

let listed: Shop;
let stranger: Shop;
/** The address of the article on the site. */
let article: string;

test.beforeAll('a shop is listed in the settings, another is not', async ({ site, api, people, browser }) => {
  listed = await openShop(site);
  stranger = await openShop(site);
  const { body } = await api('POST', '/faq', {
    title: 'Which bulb fits the garden lantern?',
    body: 'Any bulb with an **E27 base**. More in [the forum](/forum), and at https://example.com/bulbs.',
    category: 'general',
  });
  article = `/faq/${String(body.slug)}`;
  await api('PATCH', article, { state: 'published' });
  await api('POST', '/threads', {
    title: 'The garden lantern hums when it rains',
    body: 'It hums since Tuesday.',
    category: 'general',
  });
  for (const known of [`/widget${article}`, 'hums when it rains']) {
    await expect
      .poll(() => fetch(`${site.url}/widget?q=garden+lantern`).then((answer) => answer.text()))
      .toContain(known);
  }
  const context = await browser.newContext({ baseURL: site.url, storageState: await people.owner() });
  const desk = await context.newPage();
  await saveShops(desk, 'shop.example.com');
  await expect(desk.getByText('“shop.example.com” must begin with https://')).toBeVisible();
  await saveShops(desk, `${listed.url}/`);
  await expect(desk.getByText('Saved.')).toBeVisible();
  await expect(desk.getByText(`<script src="${site.url}/widget.js" defer></script>`)).toBeVisible();
  await context.close();
});

test.afterAll(async () => {
  await listed.close();
  await stranger.close();
});

/** The panel grows with what it shows; a click aims at where things are when that is over. */
async function panelIsSettled(page: Page): Promise<void> {
  const place = async () => JSON.stringify(await page.getByRole('dialog').boundingBox());
  let before = '';
  await expect
    .poll(async () => {
      const last = before;
      before = await place();
      return before === last;
    })
    .toBe(true);
}

async function saveShops(desk: Page, origins: string): Promise<void> {
  await desk.goto('/desk/settings');
  await desk.getByLabel('Pages that may show the help widget').fill(origins);
  await desk.getByRole('button', { name: 'Save the settings' }).click();
}

test('on a bare page of another origin with a strict policy an answer is found and read', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto(listed.url);
  const button = page.getByRole('button', { name: 'Help' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('dialog', { name: / help$/ })).toBeVisible();
  const panel = page.frameLocator('iframe');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('bulb for the garden lantren');
  await page.keyboard.press('Enter');
  await expect(panel.getByText(/^\d+ results$/)).toBeVisible();
  await panelIsSettled(page);
  await panel.getByRole('link', { name: 'Which bulb fits the garden lantern?' }).click();
  await expect(
    panel.getByRole('heading', { level: 1, name: 'Which bulb fits the garden lantern?' }),
  ).toBeVisible();
  await expect(panel.getByText('Any bulb with an E27 base')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'the forum' })).toHaveAttribute('target', '_blank');
  await panelIsSettled(page);
  await panel.getByRole('link', { name: 'Back to the results' }).click();
  await expect(panel.getByRole('searchbox')).toHaveValue('bulb for the garden lantren');
  const inline = () =>
    page.evaluate(() =>
      document.querySelector('porchlight-help')?.shadowRoot?.querySelectorAll('[style], style'),
    );
  expect(Object.keys((await inline()) ?? {})).toEqual([]);
});

test('asking and refunding open the real site in a new tab, with the words filled in', async ({
  visit,
  site,
}) => {
  const page = await visit();
  await page.goto(listed.url);
  await page.getByRole('button', { name: 'Help' }).click();
  const panel = page.frameLocator('iframe');
  await panel.getByRole('searchbox').fill('xylorimba zurnas');
  await panel.getByRole('searchbox').press('Enter');
  await expect(panel.getByText('Nothing found')).toBeVisible();
  await panelIsSettled(page);
  const opening = page.context().waitForEvent('page');
  await panel.getByRole('link', { name: /^Ask a question/ }).click();
  const asking = await opening;
  await asking.waitForURL(`${site.url}/forum/new?title=xylorimba%20zurnas`);
  const refund = panel.getByRole('link', { name: /^Get a refund/ });
  await expect(refund).toHaveAttribute('href', '/refund');
  await expect(refund).toHaveAttribute('target', '_blank');
});

test('button and panel speak the language that the browser wishes for', async ({ visit }) => {
  const page = await visit({ locale: 'de-CH' });
  await page.goto(listed.url);
  await page.getByRole('button', { name: 'Hilfe' }).click();
  await expect(page.getByRole('dialog', { name: /: Hilfe$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Schließen' })).toBeVisible();
  const panel = page.frameLocator('iframe');
  await expect(panel.getByRole('searchbox', { name: 'Antworten und Beiträge durchsuchen' })).toBeFocused();
  await expect(panel.getByRole('link', { name: /^Geld zurück/ })).toBeVisible();
});

test('the keyboard alone opens, enters, leaves and closes it', async ({ visit }) => {
  const page = await visit();
  await page.goto(listed.url);
  const button = page.getByRole('button', { name: 'Help' });
  const dialog = page.getByRole('dialog');
  const panel = page.frameLocator('iframe');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('a page that is not listed gets no panel, and its visitor the way around it', async ({
  browser,
  site,
}) => {
  // Not `visit`: the browser is right to complain about this frame.
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  await page.goto(stranger.url);
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('link', { name: 'Open the help in a new tab' })).toHaveAttribute(
    'href',
    `${site.url}/`,
  );
  expect(complaints.join('\n')).toContain('frame-ancestors');
  expect(await page.frames()[1]?.title()).not.toContain('Porchlight');
  await context.close();
});

test('words from anybody but the page around it move neither script nor panel', async ({ visit }) => {
  const page = await visit();
  await page.goto(listed.url);
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.frameLocator('iframe').getByRole('searchbox')).toBeFocused();
  await page.evaluate(() => {
    window.postMessage({ porchlight: 'close' }, '*');
    window.postMessage({ porchlight: 'size', height: 9_999 }, '*');
  });
  const [, frame] = page.frames();
  const heard = await frame?.evaluate(
    () =>
      new Promise((resolve) => {
        // The panel's own window speaks to it: not the one around, so it is not listened to.
        window.addEventListener('message', () => setTimeout(() => resolve(document.activeElement?.tagName)));
        (document.activeElement as HTMLElement).blur();
        window.postMessage({ porchlight: 'focus' }, '*');
      }),
  );
  expect(heard).toBe('BODY');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect((await page.locator('iframe').boundingBox())?.height).toBeLessThan(900);
});

test('the panel knows nobody, writes nothing, and is the only page that may be framed', async ({
  site,
  people,
}) => {
  const { cookies } = await people.owner();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const as = (path: string, init: RequestInit = {}) =>
    fetch(site.url + path, { ...init, headers: { cookie }, redirect: 'manual' });
  expect(await (await as('/')).text()).toContain('/desk');
  for (const path of ['/widget', '/widget?q=lamp', `/widget${article}`, '/widget/desk']) {
    const answer = await as(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(/frame-ancestors ([^;]*)/.exec(policy)?.[1], path).toBe(`'self' ${listed.url}`);
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy, path).not.toContain('unsafe');
    expect(answer.headers.get('x-frame-options'), path).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    expect(answer.headers.get('set-cookie'), path).toBeNull();
    expect(await answer.text(), path).not.toMatch(/href="\/(desk|account)|owner@example\.com/);
    expect((await as(path, { method: 'POST', body: 'x' })).status, path).toBe(405);
  }
  for (const path of ['/', article, '/desk', '/sign-in', '/refund', '/widgets', '/widget.js']) {
    const { headers } = await as(path);
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options'), path).toBe('DENY');
  }
});

test('the script may be kept for a while by anybody, and asked for again by its tag', async ({ site }) => {
  const first = await fetch(`${site.url}/widget.js`);
  expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const tag = first.headers.get('etag') ?? '';
  const again = await fetch(`${site.url}/widget.js`, { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(304);
});

test('the panel is accessible and fits at every width, by day and by night, from left and from right', async ({
  visit,
  site,
}) => {
  for (const { width, scheme, dir } of [
    { width: 1280, scheme: 'light', dir: '' },
    { width: 390, scheme: 'dark', dir: '' },
    { width: 320, scheme: 'light', dir: 'rtl' },
  ] as const) {
    const page = await visit({ scheme });
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${listed.url}/${dir}`);
    await page.getByRole('button', { name: 'Help' }).click();
    await expect(page.frameLocator('iframe').getByRole('searchbox')).toBeFocused();
    await expectFitsWindow(page);
    await expectAccessible(page);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    for (const path of ['/widget', '/widget?q=lamp', `/widget${article}`]) {
      await page.goto(site.url + path);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectFitsWindow(page);
      await expectAccessible(page);
    }
  }
});

test('without JavaScript in the panel its search finds and shows an answer all the same', async ({
  visit,
}) => {
  const page = await visit({ scripts: false });
  await page.goto('/widget');
  await page.getByRole('searchbox').fill('garden lantern');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Which bulb fits the garden lantern?' }).click();
  await expect(page.getByText('Any bulb with an E27 base')).toBeVisible();
});

test('browsers learn how to search the site', async ({ site }) => {
  const home = await (await fetch(site.url)).text();
  expect(home).toContain('"@type":"SearchAction"');
  for (const path of ['/', '/faq', '/forum', '/sign-in', '/nowhere']) {
    const text = await (await fetch(site.url + path)).text();
    const head = text.slice(0, text.indexOf('</head>'));
    expect(head, path).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" href="\/opensearch.xml"/,
    );
  }
  const description = await (await fetch(`${site.url}/opensearch.xml`)).text();
  const template = /type="application\/x-suggestions\+json" template="([^"]+)"/.exec(description)?.[1] ?? '';
  const answer = await fetch(template.replace('{searchTerms}', 'garden+lan'));
  expect(answer.headers.get('content-type')).toContain('application/x-suggestions+json');
  const [query, titles, , addresses] = (await answer.json()) as [string, string[], string[], string[]];
  expect(query).toBe('garden lan');
  expect(titles).toContain('Which bulb fits the garden lantern?');
  expect(addresses[0]).toMatch(/^http:\/\/localhost:\d+\//);
});
