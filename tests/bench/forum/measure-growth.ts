import os from 'node:os';
import { quantile } from '../served';
import { type BenchSite, benchSite, DATABASES, type DatabaseName, row, timedPage } from './bench-site';
import { beginForum, growForum, LONG_THREAD } from './fill-forum';

const SIZES = [1000, 10_000, 100_000];
/** The two ends alone: what lies between tells where a page begins to grow, and takes its time. */
const ENDS = [1000, 1_000_000];
const ROUNDS = 40;
/** Pages are compiled while they are first asked for, and the ones after a fill read cold. */
const WARM_UP = 12;
/** The number: a page costs at most so much more at the end than at the beginning. */
const TARGET = 1.3;

const PAGES: Record<string, string> = {
  'list: newest': '/forum',
  'list: newest, page 10': '/forum?page=10',
  'list: unsolved by urgency': '/forum?state=unsolved',
  'list: solved': '/forum?state=solved',
  'list: unanswered': '/forum?state=unanswered',
  'list: a category': '/forum/shelf-3',
  'list: unsolved in a category': '/forum/shelf-3?state=unsolved',
  'list: a tag': '/forum/tags/topic-7',
  'list: mine': '/forum?list=mine',
  'list: followed': '/forum?list=followed',
  'thread of 20 replies': '/t/t000000000000007/thread',
  'thread of 2,000 replies, last page': `/t/${LONG_THREAD}/long?page=67`,
};

/** Fills a forum from 1,000 to 100,000 replies, with `million` straight to 1,000,000 (four to six minutes a database), and
 * prints how long pages take for somebody signed in, relative to the smallest. */
export async function measureGrowth(
  isMillion: boolean,
  kinds: readonly DatabaseName[] = DATABASES,
): Promise<void> {
  for (const kind of kinds) {
    const site = await benchSite(kind);
    try {
      await grow(site, kind, isMillion ? ENDS : SIZES);
    } finally {
      await site.stop();
    }
  }
}

async function grow(site: BenchSite, kind: string, sizes: readonly number[]): Promise<void> {
  await beginForum(site.cast.ann.id);
  const first = new Map<string, number>();
  let before = 0;
  for (const size of sizes) {
    const began = performance.now();
    await growForum(before, size);
    const filled = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`\n${kind}: ${size.toLocaleString('en')} replies, filled in ${filled} s`);
    before = size;
    // A list of 50 threads has no tenth page.
    const pages = Object.entries(PAGES).filter(([, path]) => size >= 10_000 || !path.includes('page=10'));
    const measured = await inTurns(site, { floor: '/healthz', ...Object.fromEntries(pages) });
    row('page, signed in, one at a time', 'p50 ms', 'p95 ms', 'against 1,000', 'statements');
    for (const [name, { times, statements }] of measured) {
      const middle = quantile(times, 0.5);
      const ratio = middle / (first.get(name) ?? middle);
      if (!first.has(name)) first.set(name, middle);
      row(
        name,
        middle.toFixed(1),
        quantile(times, 0.95).toFixed(1),
        `${ratio.toFixed(2)}×${ratio > TARGET && name !== 'floor' ? ' over' : ''}`,
        String(statements || 0),
      );
    }
    console.log(
      `  load of the machine meanwhile: ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`,
    );
  }
}

type Measured = Map<string, { times: number[]; statements: number }>;

/** Each page once, and all again: what else the machine does then falls on all of them alike. */
async function inTurns(site: BenchSite, pages: Record<string, string>): Promise<Measured> {
  const all: Measured = new Map();
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(pages)) {
      const { ms, statements } = await timedPage(site.url + path, site.cast.ann.cookie);
      const known = all.get(name) ?? { times: [], statements };
      if (round >= 0) known.times.push(ms);
      all.set(name, { ...known, statements });
    }
  }
  return all;
}
