import { quantile } from '../served';
import { benchSite, DATABASES, type DatabaseName, row, timedPage } from './bench-site';
import { beginForum, growForum } from './fill-forum';

const ROUNDS = 100;

/** What somebody signed in waits for: a thread of 20 replies, a list, and posting a reply. */
export async function measureForum(kinds: readonly DatabaseName[] = DATABASES): Promise<void> {
  for (const kind of kinds) {
    const site = await benchSite(kind);
    try {
      await beginForum(site.cast.ann.id);
      await growForum(0, 10_000);
      const { cookie } = site.cast.ann;
      console.log(`\nForum of 10,000 replies, ${kind}, signed in, one at a time`);
      row('', 'p50 ms', 'p95 ms', 'statements');
      const floor = await times(async () => (await timedPage(`${site.url}/healthz`)).ms);
      row('floor: /healthz', ...quantiles(floor), '0');
      for (const [name, path] of [
        ['thread page, 20 replies', '/t/t000000000000007/thread'],
        ['list page, 30 threads', '/forum'],
      ] as const) {
        let statements = 0;
        const all = await times(async () => {
          const timed = await timedPage(site.url + path, cookie);
          statements = timed.statements;
          return timed.ms;
        });
        row(name, ...quantiles(all), String(statements));
      }
      let posted = 0;
      let statements = 0;
      const posting = await times(async () => {
        posted += 1;
        const writer = site.cast.crowd[posted % site.cast.crowd.length] ?? site.cast.ann;
        const began = performance.now();
        const answer = await fetch(`${site.url}/api/v1/threads/t00000000000000${posted % 10}/replies`, {
          method: 'POST',
          headers: { authorization: `Bearer ${writer.tokens.all}`, 'content-type': 'application/json' },
          body: JSON.stringify({ body: `Have you tried another bulb? It helped me the ${posted}th time.` }),
        });
        await answer.arrayBuffer();
        if (answer.status === 429) return Number.NaN;
        if (!answer.ok) throw new Error(`Posting answered ${answer.status}`);
        statements = Number(/desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1]);
        return performance.now() - began;
      }, 40);
      const done = posting.filter((ms) => !Number.isNaN(ms));
      row(`posting a reply (${done.length} posts)`, ...quantiles(done), String(statements));
    } finally {
      await site.stop();
    }
  }
}

async function times(work: () => Promise<number>, rounds = ROUNDS): Promise<number[]> {
  const all: number[] = [];
  for (let round = -10; round < rounds; round += 1) {
    const ms = await work();
    if (round >= 0) all.push(ms);
  }
  return all;
}

const quantiles = (all: number[]) => [quantile(all, 0.5).toFixed(1), quantile(all, 0.95).toFixed(1)];
