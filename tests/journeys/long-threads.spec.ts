import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

/** What a form takes at the most (lib/forum/schema.ts). */
const [BODY, TITLE, TAG, TAGS] = [30_000, 150, 30, 5];
const REPLIES = 2000;
/** A page that needs longer is no page to read in; the machine of the tests may be busy. */
const SLOW_MS = 2000;

const full = (part: string) => part.repeat(Math.ceil(BODY / part.length)).slice(0, BODY);

/** Posts at the limit, each long in another way. */
const POSTS: Record<string, string> = {
  'one word': 'w'.repeat(BODY),
  'words without end': full('lamp and shade '),
  'quotes in quotes': `Mine.\n\n${full('> ')}`.slice(0, BODY),
  'lists in lists': full('- '),
  'a wide table': `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(10_000)}`.slice(0, BODY),
  'one line of code': `\`\`\`\n${'c'.repeat(BODY - 8)}\n\`\`\``,
  headings: full('# a\n'),
  'addresses without end': full('http://a.b/,,,,,,'),
  'a tower of marks': full(`a${'\u0301'.repeat(100)}`),
  emoji: full('👩‍👩‍👧‍👦'),
};

test('a thread whose every post is at the limit can be read at every width', async ({ api, visit }) => {
  test.setTimeout(120_000);
  const asked = await api('POST', '/threads', {
    title: 'W'.repeat(TITLE),
    body: full('# a\n- b\n> c\n'),
    category: 'general',
    tags: Array.from({ length: TAGS }, (_, at) => String(at).padEnd(TAG, 't')),
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  for (const [what, body] of Object.entries(POSTS)) {
    const replied = await api('POST', `/threads/${asked.body.id}/replies`, { body });
    expect(replied.status, what).toBe(201);
  }
  const page = await visit();
  for (const size of [
    { width: 320, height: 640 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(size);
    const answer = await page.goto(new URL(String(asked.body.url)).pathname);
    expect(answer?.status()).toBe(200);
    await expectFitsWindow(page);
    await expect(page.locator('article[data-reply-number]')).toHaveCount(Object.keys(POSTS).length);
    await expect(page.getByRole('contentinfo')).toBeVisible();
  }
});

test('a thread of 2,000 replies is read page by page, as quickly at its end as at its beginning', async ({
  site,
  visit,
}) => {
  test.setTimeout(180_000);
  const file = path.join(site.dataDir, 'long.jsonl');
  const replies = Array.from({ length: REPLIES }, (_, at) => ({
    sourceId: `long-${at}`,
    body: `Reply number ${at + 1}: I turned it **twice** and it went on.`,
    author: `Writer ${at % 50}`,
  }));
  const thread = { sourceId: 'long', title: 'The longest thread of all', body: 'Who has it, too?', replies };
  await writeFile(file, `${JSON.stringify(thread)}\n`);
  expect(await site.command('bin/import.ts', 'threads', file)).toContain('1 new');
  const list = (await (await fetch(`${site.url}/api/v1/threads`)).json()) as {
    items: { url: string; title: string }[];
  };
  const address = list.items.find(({ title }) => title === thread.title)?.url ?? '';
  const page = await visit();
  for (const [number, first, last] of [
    [1, 1, 30],
    [34, 991, 1020],
    [67, 1981, 2000],
  ] as const) {
    const answered = Date.now();
    await page.goto(`${address}?page=${number}`);
    expect(Date.now() - answered, `page ${number}`).toBeLessThan(SLOW_MS);
    const shown = page.locator('article[data-reply-number]');
    await expect(shown).toHaveCount(last - first + 1);
    await expect(shown.first()).toContainText(`Reply number ${first}:`);
    await expect(shown.last()).toContainText(`Reply number ${last}:`);
  }
  await expectFitsWindow(page);
  await expectAccessible(page);
});
