import type { Page } from '@playwright/test';
import { type Api, expect, test } from './people';
import { expectAccessible, expectFitsWindow, type Site } from './site';

const VIEWS = [
  { width: 1280, height: 900, scheme: 'light', axe: true },
  { width: 320, height: 640, scheme: 'light', axe: false },
  { width: 390, height: 844, scheme: 'dark', axe: true },
] as const;

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

let places: { article: string; thread: string; tracker: string };

test.beforeAll('there is something of everything to look at', async ({ site, api, people }) => {
  test.setTimeout(180_000);
  await people.member('Lotte');
  places = await fill(site, api);
});

test('pages for everybody look right at every width, by day and by night', async ({ visit, site }) => {
  test.setTimeout(240_000);
  const page = await visit();
  for (const path of [
    ...['/', '/faq', '/faq?category=general', places.article],
    ...['/search', '/search?q=lamp', '/search?q=zeppelin+hangar'],
    ...['/forum', '/forum?state=solved', '/forum/general', '/forum/new', places.thread],
    ...['/sign-in', '/sign-in/check-mail', '/refund', '/contact', '/digests', '/setup', '/u/Lotte'],
  ]) {
    await look(page, path, 200);
  }
  for (const path of ['/there/is/nothing', '/t/0123456789abcdef/x', '/sign-in/not-a-link']) {
    await look(page, path, path.startsWith('/sign-in') ? 410 : 404);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect((await fetch(`${site.url}/`)).headers.get('cache-control')).toBe('private, no-store');
});

test('pages of a member look right at every width, by day and by night', async ({ visit, people }) => {
  test.setTimeout(120_000);
  const page = await visit({ as: await people.member('Lotte') });
  for (const path of [
    ...['/', '/account', '/account/notifications', '/notifications', '/refund'],
    ...[places.tracker, `${places.tracker}/receipt`, '/forum/new', places.thread],
  ]) {
    await look(page, path, 200);
  }
});

test('the desk looks right at every width, by day and by night', async ({ visit, people }) => {
  test.setTimeout(240_000);
  const page = await visit({ as: await people.owner() });
  for (const room of [
    ...['', '/faq', '/faq/new', '/digests', '/moderation', '/moderation/hidden', '/moderation/log'],
    ...['/refunds', '/refunds/figures', '/people', '/jobs', '/mail', '/settings', '/settings/tokens'],
  ]) {
    await look(page, `/desk${room}`, 200);
  }
  await look(page, places.thread, 200);
});

test('every page is sent with the headers that keep it safe', async ({ site }) => {
  const nonces = new Set<string>();
  for (const path of ['/', '/forum', places.thread, '/refund', '/sign-in', '/there/is/nothing']) {
    const { headers } = await fetch(`${site.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval/);
    nonces.add(/'nonce-([^']+)'/.exec(scripts)?.[1] ?? '');
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
    expect(headers.get('cache-control'), path).toBe('private, no-store');
    expect(headers.get('x-powered-by'), path).toBeNull();
  }
  expect(nonces.has('')).toBe(false);
  expect(nonces.size).toBe(6);
});

/** Opens a page once and looks at it in every view. */
async function look(page: Page, path: string, status: number): Promise<void> {
  await test.step(path, async () => {
    const [first] = VIEWS;
    await page.setViewportSize(first);
    await page.emulateMedia({ colorScheme: first.scheme, reducedMotion: 'reduce' });
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(status);
    await expect.soft(page.locator('h1'), path).toHaveCount(1);
    expect((await page.title()).trim(), path).not.toBe('');
    for (const { scheme, axe, ...size } of VIEWS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await colourIsSettled(page);
      await expectFitsWindow(page);
      if (axe) await expectAccessible(page);
    }
  });
}

/** Colours that fade into the other scheme are no colours to judge. */
async function colourIsSettled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
}

/** A thread with everything in it, an article, an order with a refund; titles with words that no line holds. */
async function fill(site: Site, api: Api): Promise<typeof places> {
  const article = await api('POST', '/faq', {
    title: 'Which bulb shall I buy for the porch lamp?',
    body: `Any bulb with an E27 base.\n\n## Brightness\n\n${LONG}\n\n## Colour\n\nWarm.\n\n## Price\n\n| Bulb | € |\n|---|---|\n| small | 3 |`,
    category: 'general',
  });
  expect(article.status, JSON.stringify(article.body)).toBe(201);
  const slug = String(article.body.slug);
  await api('PATCH', `/faq/${slug}`, { state: 'published' });
  const thread = await api('POST', '/threads', {
    title: `The lamp says ${LONG}`,
    body: `> quoted\n\n\`\`\`\n${LONG} ${LONG}\n\`\`\`\n\n| a | b |\n|---|---|\n| ${LONG} | 2 |\n\nhttps://example.com/${LONG}${LONG}`,
    category: 'general',
    tags: ['lamp', 'a tag of several words'],
  });
  const id = String(thread.body.id);
  for (const words of ['First try another bulb.', `It is ${LONG}.`]) {
    const reply = await api('POST', `/threads/${id}/replies`, { body: words });
    if (words.startsWith('First')) await api('POST', `/threads/${id}/accept`, { replyId: reply.body.id });
  }
  const order = await api('POST', '/orders', {
    externalId: 'looks-1',
    number: `L-${LONG.slice(0, 40)}`,
    email: 'lotte@example.com',
    currency: 'EUR',
    totalMinor: 123_456,
    items: [{ name: LONG, quantity: 3, unitMinor: 41_152 }],
    paymentRef: 'pretend_ok_looks',
  });
  const refund = await api('POST', '/refunds', { orderId: order.body.id });
  await api('POST', '/orders', {
    externalId: 'looks-2',
    number: 'L-2',
    email: 'lotte@example.com',
    currency: 'EUR',
    totalMinor: 500,
  });
  await expect
    .poll(async () => (await api('GET', `/refunds/${refund.body.id}`)).body.state)
    .toBe('succeeded');
  const moved = await fetch(`${site.url}/t/${id}`);
  return {
    article: `/faq/${slug}`,
    thread: new URL(moved.url).pathname,
    tracker: `/refund/${String(refund.body.id)}`,
  };
}
