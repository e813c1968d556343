import { db } from '@/lib/db/client';
import { REPLY_MAX } from '@/lib/forum/schema';
import { renderMarkdown } from '@/lib/markdown';
import { PER_PAGE } from '@/lib/web/page-number';
import { quantile } from '../served';
import { benchSite, row, timedPage } from './bench-site';
import { beginForum, growForum, LONG_REPLIES, LONG_THREAD } from './fill-forum';

const ROUNDS = 50;
/** The number: a page's posts from the render cache, ms. */
const TARGET_MS = 50;

/** Posts as long as a form takes: ordinary prose, and the kinds that are slowest to render and longest as HTML. */
const PARTS = {
  prose:
    'Unscrew the **shade**, lift the ring and look at [the manual](/faq/manual) before you order one.\n\n',
  headings: '# a\n',
  addresses: '<http://a',
} as const;

/** What long threads and posts at the limit cost: the posts of a page from the render cache beside rendering them anew, and
 * the pages themselves beside an ordinary one. */
export async function measureLong(): Promise<void> {
  console.log(`\nThe posts of one page (${PER_PAGE}), target from the cache: ${TARGET_MS} ms`);
  row('', 'cached p50 ms', 'cached p95 ms', 'anew ms', 'HTML KB');
  measurePosts('ordinary replies of 400 characters', (at) => `${at} ${PARTS.prose.repeat(4)}`);
  for (const [name, part] of Object.entries(PARTS)) {
    measurePosts(`${REPLY_MAX.toLocaleString('en')} characters of ${name}`, (at) => `${at} ${full(part)}`);
  }
  for (const kind of ['sqlite', 'postgresql'] as const) await measurePages(kind);
}

const full = (part: string) => part.repeat(Math.ceil(REPLY_MAX / part.length)).slice(0, REPLY_MAX - 10);

function measurePosts(name: string, post: (at: number) => string): void {
  const posts = Array.from({ length: PER_PAGE }, (_, at) => post(at));
  let characters = 0;
  const began = performance.now();
  for (const one of posts) characters += renderMarkdown(one).length;
  const anew = performance.now() - began;
  const cached = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const one of posts) renderMarkdown(one);
    return performance.now() - start;
  });
  row(
    name,
    quantile(cached, 0.5).toFixed(2),
    quantile(cached, 0.95).toFixed(2),
    anew.toFixed(0),
    (characters / 1024).toFixed(0),
  );
}

async function measurePages(kind: 'sqlite' | 'postgresql'): Promise<void> {
  const site = await benchSite(kind);
  try {
    await beginForum();
    await growForum(0, 1000);
    const fullThread = 't000000000000003';
    await db.reply.updateMany({ where: { threadId: fullThread }, data: { body: full(PARTS.prose) } });
    console.log(`\nPages, ${kind}, signed in, one at a time`);
    row('', 'p50 ms', 'p95 ms', 'statements', 'HTML KB');
    const last = Math.ceil(LONG_REPLIES / PER_PAGE);
    for (const [name, path] of [
      ['thread of 20 replies', '/t/t000000000000007/thread'],
      ['thread of 2,000 replies, first page', `/t/${LONG_THREAD}/long`],
      ['thread of 2,000 replies, middle', `/t/${LONG_THREAD}/long?page=${Math.ceil(last / 2)}`],
      ['thread of 2,000 replies, last page', `/t/${LONG_THREAD}/long?page=${last}`],
      ['thread of 20 replies at the limit', `/t/${fullThread}/thread`],
    ] as const) {
      const times: number[] = [];
      let told = { statements: 0, html: '' };
      for (let round = -5; round < ROUNDS; round += 1) {
        const timed = await timedPage(site.url + path, site.cast.ann.cookie);
        told = timed;
        if (round >= 0) times.push(timed.ms);
      }
      row(
        name,
        quantile(times, 0.5).toFixed(1),
        quantile(times, 0.95).toFixed(1),
        String(told.statements),
        (told.html.length / 1024).toFixed(0),
      );
    }
  } finally {
    await site.stop();
  }
}
