import { quantile } from '../served';
import { type BenchSite, benchSite, row, timedPage } from './bench-site';
import { beginForum, growForum, LONG_THREAD } from './fill-forum';

const SIZES = [1000, 10_000, 100_000];
const MILLION = 1_000_000;
const ROUNDS = 40;
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
  'thread of 20 replies': '/t/t000000000000007/thread',
  'thread of 2,000 replies, last page': `/t/${LONG_THREAD}/long?page=67`,
};

/** Fills a forum from 1,000 to 100,000 replies, with `million` to 1,000,000, on both databases; prints how long pages take
 * for somebody signed in, relative to the smallest. */
export async function measureGrowth(withMillion: boolean): Promise<void> {
  const sizes = withMillion ? [...SIZES, MILLION] : SIZES;
  for (const kind of ['sqlite', 'postgresql'] as const) {
    const site = await benchSite(kind);
    try {
      await grow(site, kind, sizes);
    } finally {
      await site.stop();
    }
  }
}

async function grow(site: BenchSite, kind: string, sizes: number[]): Promise<void> {
  await beginForum();
  const times = new Map<string, number[]>();
  let before = 0;
  for (const size of sizes) {
    const began = performance.now();
    await growForum(before, size);
    console.log(
      `\n${kind}: ${size.toLocaleString('en')} replies, filled in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    before = size;
    // The first pages of a process are compiled, the first after a fill read cold.
    for (const path of Object.values(PAGES)) await measured(site, path, 3).catch(() => undefined);
    const floor: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) floor.push((await timedPage(`${site.url}/healthz`)).ms);
    row('page, signed in, one at a time', 'p50 ms', 'p95 ms', 'against 1,000', 'statements');
    row('floor: /healthz', quantile(floor, 0.5).toFixed(1), quantile(floor, 0.95).toFixed(1));
    for (const [name, path] of Object.entries(PAGES)) {
      // A list of 50 threads has no tenth page.
      if (path.includes('page=10') && size < 10_000) continue;
      const { all, statements } = await measured(site, path);
      const own = times.get(name) ?? [];
      own.push(quantile(all, 0.5));
      times.set(name, own);
      const ratio = quantile(all, 0.5) / (own[0] ?? 1);
      row(
        name,
        quantile(all, 0.5).toFixed(1),
        quantile(all, 0.95).toFixed(1),
        `${ratio.toFixed(2)}×${ratio > TARGET ? ' over' : ''}`,
        String(statements),
      );
    }
  }
}

async function measured(
  site: BenchSite,
  path: string,
  rounds = ROUNDS,
): Promise<{ all: number[]; statements: number }> {
  const all: number[] = [];
  let statements = 0;
  for (let round = -8; round < rounds; round += 1) {
    const timed = await timedPage(site.url + path, site.cast.ann.cookie);
    statements = timed.statements;
    if (round >= 0) all.push(timed.ms);
  }
  return { all, statements };
}
