import path from 'node:path';
import Database from 'better-sqlite3';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { anOrder } from '../../support/an-order';
import { ask } from '../../support/ask';
import { type Entry, formsOf, multipart } from '../../support/forms';
import { type BenchSite, benchSite, row } from '../forum/bench-site';
import { quantile } from '../served';

const CLICKS = 200;
/** The tracker says so of a refund that was approved. */
const APPROVED = 'Requested and approved';

/** From the press of the button to the page that says "approved". */
export async function measureRefunds(): Promise<void> {
  // Behind a trusted proxy, which this process plays, so that the limits per address stay out of the way.
  process.env.TRUST_PROXY = '1';
  const site = await benchSite('sqlite');
  process.env.TRUST_PROXY = '';
  try {
    await measureClicks(site);
  } finally {
    await site.stop();
  }
}

async function measureClicks(site: BenchSite): Promise<void> {
  const bare = new Database(path.join(config().dataDir, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, words TEXT)');
  const insert = bare.prepare('INSERT INTO one (words) VALUES (?)');
  const [clicks, presses, inserts]: [number[], number[], number[]] = [[], [], []];
  const people = await db.person.findMany({
    where: { id: { in: site.cast.crowd.map(({ id }) => id) } },
    select: { id: true, email: true },
  });
  // The first ones warm the pages up.
  for (let click = -10; click < CLICKS; click += 1) {
    const who = site.cast.crowd[(click + 10) % site.cast.crowd.length];
    const email = people.find(({ id }) => id === who?.id)?.email ?? '';
    const order = await anOrder({ email, paymentRef: `pretend_ok_click${click}` });
    const cookie = who?.cookie;
    const page = await ask(site.url, '/refund', { cookie });
    const form = formsOf(page.text).find(({ fields }) =>
      fields.some(({ name, value }) => name === 'orderId' && value === order.id),
    );
    const entries = (form?.fields ?? []).map(({ name, value }): Entry => [name, value]);
    const began = performance.now();
    const pressed = await ask(site.url, '/refund', { method: 'POST', cookie, ...multipart(entries) });
    const between = performance.now();
    const shown = await ask(site.url, pressed.headers.location ?? '/', { cookie });
    const ended = performance.now();
    if (!shown.text.includes(APPROVED))
      throw new Error(`The page did not say it: ${pressed.status} ${shown.status}`);
    const started = performance.now();
    insert.run('A row of about the size of an order, for comparison.');
    if (click < 0) continue;
    clicks.push(ended - began);
    presses.push(between - began);
    inserts.push(performance.now() - started);
  }
  bare.close();
  console.log(`\n${CLICKS} refunds, one after the other, SQLite, p50 / p95`);
  row('from the press to "approved" on screen', both(clicks));
  row('… of it the press itself', both(presses));
  row('a bare insert, same disk, same durability', both(inserts));
}

function both(times: number[]): string {
  return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;
}
