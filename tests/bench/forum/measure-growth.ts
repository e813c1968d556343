import os from 'node:os';
import { closeDb, db } from '@/lib/db/client';
import { quantile } from '../served';
import { type BenchSite, benchSite, DATABASES, type DatabaseName, row, timedPage } from './bench-site';
import { beginForum, growForum, LONG_THREAD } from './fill-forum';

/** The forum that the others are compared with. */
const SMALL = 1000;
export const SIZES = [10_000, 100_000, 1_000_000] as const;
const ROUNDS = 40;
/** Pages are compiled while they are first asked for, and the ones after a fill read cold. */
const WARM_UP = 5;
/** The number: a page costs at most so much more at the end than at the beginning. */
const TARGET = 1.3;

type Place = { path: string; as?: 'ann' };

const LISTS: Record<string, string> = {
  'home page': '/',
  newest: '/forum',
  'unsolved by urgency': '/forum?state=unsolved',
  solved: '/forum?state=solved',
  unanswered: '/forum?state=unanswered',
  'a category': '/forum/shelf-3',
  'a tag': '/forum/tags/topic-7',
};
const LISTS_OF_MEMBERS: Record<string, string> = {
  'unsolved in a category': '/forum/shelf-3?state=unsolved',
  'solved in a category': '/forum/shelf-3?state=solved',
  'unanswered in a category': '/forum/shelf-3?state=unanswered',
  'unsolved with a tag': '/forum/tags/topic-7?state=unsolved',
  mine: '/forum?list=mine',
  followed: '/forum?list=followed',
};
const THREADS: Record<string, string> = {
  'thread of 20 replies': '/t/t000000000000007/thread',
  'thread of 2,000, last page': `/t/${LONG_THREAD}/long?page=67`,
};

const named = (pages: Record<string, string>, word: string, as?: 'ann') =>
  Object.entries(pages).map(([name, path]): [string, Place] => [`${name}, ${word}`, { path, as }]);

const PLACES: Record<string, Place> = Object.fromEntries([
  ['floor: /healthz', { path: '/healthz' }],
  ...named({ ...LISTS, ...LISTS_OF_MEMBERS, ...THREADS }, 'member', 'ann'),
  ...named({ ...LISTS, ...THREADS }, 'visitor'),
]);
const POSTING = 'posting a reply';

/** Times of one thing in both forums, and what it asked of the database in the larger one. */
type Pair = { small: number[]; large: number[]; statements: number };

/**
 * Fills a forum to each of the sizes and asks for its pages in turns with those of a forum of 1,000 replies that runs beside
 * it: what else the machine does falls on both alike, so that the ratio means something on a busy one, too.
 * @param sizes in rising order
 */
export async function measureGrowth(
  sizes: readonly number[] = SIZES,
  kinds: readonly DatabaseName[] = DATABASES,
): Promise<void> {
  for (const kind of kinds) {
    const small = await benchSite(kind);
    try {
      await begin(small, SMALL);
      const large = await benchSite(kind);
      try {
        await begin(large, 0);
        await compare(small, large, kind, sizes);
      } finally {
        await large.stop();
      }
    } finally {
      await small.stop();
    }
  }
}

async function begin(site: BenchSite, replies: number): Promise<void> {
  await beginForum(site.cast.ann.id);
  // Old enough to post more than once a minute: what is measured is the writing, not the waiting.
  await db.person.updateMany({ data: { createdAt: new Date('2020-01-01') } });
  if (replies > 0) await growForum(0, replies);
  // This process speaks to one database at a time.
  if (replies > 0) await closeDb();
}

async function compare(
  small: BenchSite,
  large: BenchSite,
  kind: string,
  sizes: readonly number[],
): Promise<void> {
  const all = new Map<number, Map<string, Pair>>();
  let before = 0;
  for (const size of sizes) {
    const began = performance.now();
    await growForum(before, size);
    before = size;
    console.log(
      `\n${kind}: ${size.toLocaleString('en')} replies, filled in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    const pairs = await inTurns(small, large);
    pairs.set(POSTING, await postInTurns(small, large));
    all.set(size, pairs);
    row(
      'one at a time',
      'p50 / p95 ms',
      `beside ${SMALL.toLocaleString('en')}`,
      'ratio',
      'of the quicker',
      'statements',
    );
    for (const [name, pair] of pairs) {
      const ratio = ratioOf(pair);
      const isOver = ratio > TARGET && !name.startsWith('floor');
      row(
        name,
        middles(pair.large),
        middles(pair.small),
        `${ratio.toFixed(2)}${isOver ? ' over' : ''}`,
        ratioOf(pair, QUICK).toFixed(2),
        String(pair.statements || 0),
      );
    }
    console.log(
      `  load of the machine meanwhile: ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`,
    );
  }
  printTogether(kind, all);
}

/** All sizes beside each other, as a table of Markdown. */
function printTogether(kind: string, all: Map<number, Map<string, Pair>>): void {
  const last = [...all.keys()].at(-1) ?? 0;
  const sizes = [...all.keys()].map((size) => size.toLocaleString('en'));
  console.log(
    `\n| ${kind}, p50 / p95 ms | ${[SMALL.toLocaleString('en'), ...sizes].join(' | ')} | ratio | of the quicker | statements |`,
  );
  console.log(`|---|${'--:|'.repeat(sizes.length + 4)}`);
  for (const [name, pair] of all.get(last) ?? []) {
    const cells = [...all.values()].map((pairs) => middles(pairs.get(name)?.large ?? []));
    console.log(
      `| ${name} | ${[middles(pair.small), ...cells].join(' | ')} | ${ratioOf(pair).toFixed(2)} | ${ratioOf(pair, QUICK).toFixed(2)} | ${pair.statements || 0} |`,
    );
  }
}

/** Of the middles, and of the quicker fifth: what else a machine does only ever makes slower. */
const ratioOf = ({ small, large }: Pair, share = 0.5) => quantile(large, share) / quantile(small, share);
const QUICK = 0.2;
const middles = (times: readonly number[]) =>
  `${quantile([...times], 0.5).toFixed(1)} / ${quantile([...times], 0.95).toFixed(1)}`;

/** Each page once in both, in changing order, and all again. */
async function inTurns(small: BenchSite, large: BenchSite): Promise<Map<string, Pair>> {
  const pairs = new Map<string, Pair>();
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, { path, as }] of Object.entries(PLACES)) {
      const pair = pairs.get(name) ?? { small: [], large: [], statements: 0 };
      pairs.set(name, pair);
      for (const side of round % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const)) {
        const site = side === 'small' ? small : large;
        const { ms, statements } = await timedPage(site.url + path, as && site.cast[as].cookie);
        if (round >= 0) pair[side].push(ms);
        if (side === 'large') pair.statements = statements;
      }
    }
  }
  return pairs;
}

/** Everybody of the crowd posts once in both. */
async function postInTurns(small: BenchSite, large: BenchSite): Promise<Pair> {
  const pair: Pair = { small: [], large: [], statements: 0 };
  for (let index = 0; index < large.cast.crowd.length; index += 1) {
    for (const side of index % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const)) {
      const posted = await post(side === 'small' ? small : large, index);
      // The first ones compile the way.
      if (index >= 5) pair[side].push(posted.ms);
      if (side === 'large') pair.statements = posted.statements;
    }
  }
  return pair;
}

async function post(site: BenchSite, index: number): Promise<{ ms: number; statements: number }> {
  const writer = site.cast.crowd[index] ?? site.cast.ann;
  const began = performance.now();
  const answer = await fetch(`${site.url}/api/v1/threads/t00000000000000${index % 10}/replies`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writer.tokens.all}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body: `Have you tried another bulb? It helped me, says number ${began}.` }),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`Posting answered ${answer.status}`);
  const statements = Number(/desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1]);
  return { ms: performance.now() - began, statements };
}
