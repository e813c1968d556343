import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { complaintsAbout, structuredDataOf } from '../support/structured-data';
import { type Api, expect, test } from './people';
import { expectAccessible, expectFitsWindow, type Site } from './site';

const ARABIC = 'لماذا انكمش المعطف بعد غسلة واحدة؟';
const HEBREW = 'מתחו אותו בעודו רטוב, ואז ייבשו שטוח.';
const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

type Thread = { id: string; path: string };
let arabic: Thread;
let waiting: Thread;

test.beforeAll('two questions, one of them in other letters', async ({ site, api }) => {
  const body = `غسلته على ٣٠ درجة، ثم قال ${LONG}.\n\n> ${HEBREW}\n\n- ${ARABIC}\n- ${LONG}`;
  arabic = await ask(site, api, { title: ARABIC, body, tags: ['معاطف'] });
  const reply = await api('POST', `/threads/${arabic.id}/replies`, { body: `${HEBREW}\n\nThen wait.` });
  await api('POST', `/threads/${arabic.id}/accept`, { replyId: reply.body.id });
  await api('POST', `/threads/${arabic.id}/replies`, { body: `Or: ${ARABIC} ${LONG}` });
  waiting = await ask(site, api, {
    title: `Who knows ${LONG}?`,
    body: 'I </script> do not & you?',
    tags: [],
  });
});

test('Arabic, Hebrew and endless words stand right and fit at 320 px, wherever they are shown', async ({
  visit,
  people,
}) => {
  const visitor = await visit();
  await visitor.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/', '/forum', '/forum/general', arabic.path, waiting.path, `/search?q=${LONG}`]) {
    await visitor.goto(path);
    await expectFitsWindow(visitor);
    expect(await strayLetters(visitor), path).toEqual([]);
  }
  await visitor.goto(arabic.path);
  expect(await sideOf(visitor, 'h1')).toBe('rtl');
  expect(await sideOf(visitor, 'main blockquote')).toBe('rtl');
  // The words of the site around it stay as they are.
  expect(await sideOf(visitor, 'main')).toBe('ltr');
  await expectAccessible(visitor);
  const owner = await visit({ as: await people.owner() });
  await owner.setViewportSize({ width: 320, height: 700 });
  for (const path of [arabic.path, `${arabic.path}?edit=question`, '/desk']) {
    await owner.goto(path);
    await expectFitsWindow(owner);
    expect(await strayLetters(owner), path).toEqual([]);
  }
});

test('what a thread tells search engines is true, whole, and at one address', async ({ site }) => {
  const html = await textOf(site, arabic.path);
  const told = structuredDataOf(html);
  expect(told.map(complaintsAbout)).toEqual([[], []]);
  expect(told).toMatchObject([
    {
      '@type': 'QAPage',
      mainEntity: {
        name: ARABIC,
        answerCount: 2,
        acceptedAnswer: [{ text: `${HEBREW}\nThen wait.` }],
        suggestedAnswer: [{}],
      },
    },
    { '@type': 'BreadcrumbList' },
  ]);
  expect(html).toContain(`<link rel="canonical" href="${site.url}${arabic.path}"/>`);
  expect(html).toContain(`<meta property="og:image" content="${site.url}/t/${arabic.id}/picture.png"/>`);
  const [posting] = structuredDataOf(await textOf(site, waiting.path)) as { '@type': string; text: string }[];
  expect(complaintsAbout(posting)).toEqual([]);
  expect(posting).toMatchObject({ '@type': 'DiscussionForumPosting', text: 'I </script> do not & you?' });
  expect(await textOf(site, '/forum?state=solved')).toContain(
    '<meta name="robots" content="noindex, follow"/>',
  );
  expect(await textOf(site, '/forum/general')).toContain(
    `<link rel="canonical" href="${site.url}/forum/general"/>`,
  );
});

test('sitemap, pictures and feeds are there for machines, and say when nothing changed', async ({ site }) => {
  const sitemap = await textOf(site, '/sitemap.xml');
  expect(sitemap).toContain(`<loc>${site.url}${arabic.path}</loc><lastmod>`);
  expect((await fetch(`${site.url}/sitemaps/threads-1.xml`)).status).toBe(200);
  expect((await fetch(`${site.url}/sitemaps/threads-2.xml`)).status).toBe(404);
  const pictures = ['/picture.png', `/t/${arabic.id}/picture.png`, `/t/${waiting.id}/picture.png`];
  const tag = encodeURIComponent('معاطف');
  const feeds = ['/forum/general/feed.xml', `/forum/tags/${tag}/feed.xml`, `/t/${arabic.id}/feed.xml`];
  for (const path of [...pictures, ...feeds]) {
    const first = await fetch(site.url + path);
    expect(first.status, path).toBe(200);
    const bytes = Buffer.from(await first.arrayBuffer());
    if (path.endsWith('.png'))
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
    else expect(bytes.toString(), path).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await fetch(site.url + path, { headers })).status, path).toBe(304);
  }
  for (const path of [
    '/t/0123456789abcdef/picture.png',
    '/t/0123456789abcdef/feed.xml',
    '/forum/none/feed.xml',
  ])
    expect((await fetch(site.url + path)).status, path).toBe(404);
  for (const [page, feed] of [
    ['/forum/general', '/forum/general/feed.xml'],
    [arabic.path, `/t/${arabic.id}/feed.xml`],
  ]) {
    const html = await textOf(site, page ?? '');
    expect(html, page).toContain(
      `<link rel="alternate" type="application/atom+xml" href="${site.url}${feed}"`,
    );
  }
});

async function ask(site: Site, api: Api, question: { title: string; body: string; tags: string[] }) {
  const made = await api('POST', '/threads', { ...question, category: 'general' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const id = String(made.body.id);
  return { id, path: new URL((await fetch(`${site.url}/t/${id}`)).url).pathname };
}

async function textOf(site: Site, path: string): Promise<string> {
  return (await fetch(`${site.url}${path}`)).text();
}

/** Texts in letters read from the right that stand in nothing with a direction of its own: they would turn what is beside
 * them around. */
function strayLetters(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stray: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !/[\u0590-\u06FF]/.test(node.textContent ?? '')) continue;
      if (parent.closest('script,style,title,option,textarea[dir],[dir],bdi')) continue;
      stray.push(`${parent.tagName}: ${node.textContent?.slice(0, 60)}`);
    }
    return stray;
  });
}

function sideOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
}
