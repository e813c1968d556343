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
const LOOKUPS = 500;
/** The tracker says so of a refund that was approved. */
const APPROVED = 'Requested and approved';

/** From the press of the button to the page that says "approved", and what the answer to a guest's look-up gives away. */
export async function measureRefunds(): Promise<void> {
  // Behind a trusted proxy, which this process plays, so that the limits per address stay out of the way.
  process.env.TRUST_PROXY = '1';
  const site = await benchSite('sqlite');
  process.env.TRUST_PROXY = '';
  try {
    await measureClicks(site);
    await measureLookups(site);
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

/** Orders that exist, numbers that do not, and numbers that exist with another address, in turn. */
async function measureLookups(site: BenchSite): Promise<void> {
  const times: Record<string, number[]> = { known: [], unknown: [], 'wrong address': [] };
  const answers = new Set<string>();
  const page = await ask(site.url, '/refund');
  const fields =
    formsOf(page.text).find((form) => form.fields.some(({ name }) => name === 'number'))?.fields ?? [];
  for (let time = 0; time < LOOKUPS; time += 1) {
    const kind = Object.keys(times)[time % 3] ?? '';
    const order = await anOrder({
      email: `guest${time}@example.com`,
      paymentRef: `pretend_ok_lookup${time}`,
    });
    const typed: Record<string, string> = {
      number: kind === 'unknown' ? order.number.replace('TP', 'QX') : order.number,
      email: kind === 'wrong address' ? order.email.replace('guest', 'other') : order.email,
    };
    const entries = fields
      .filter((field) => field.kind !== 'button')
      .map(({ name, value }): Entry => [name, typed[name] ?? value]);
    const answer = await ask(site.url, '/refund', { method: 'POST', ...multipart(entries) });
    times[kind]?.push(answer.ms);
    const kept = String(answer.headers['set-cookie'] ?? '')
      .replace(/=[\w-]{20,}/, '=…')
      .replace(/Expires=[^;]*/, '');
    const next = await ask(site.url, answer.headers.location ?? '/', {
      cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0],
    });
    const main = /<main[\s\S]*<\/main>/.exec(next.text)?.[0] ?? '';
    // It repeats what was typed, whether that exists or not.
    const shown = main.replaceAll(typed.number ?? '', '…').replaceAll(typed.email ?? '', '…');
    answers.add([answer.status, answer.headers.location, kept, answer.text, next.status, shown].join(' '));
  }
  const medians = Object.values(times).map((all) => quantile(all, 0.5));
  console.log(`\n${LOOKUPS} look-ups of orders by guests, one after the other, SQLite, p50 / p95`);
  for (const [kind, all] of Object.entries(times)) row(`${kind} (${all.length})`, both(all));
  row('medians apart', `${(Math.max(...medians) - Math.min(...medians)).toFixed(1)} ms`);
  row('different answers', `${answers.size}`);
}

function both(times: number[]): string {
  return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;
}
