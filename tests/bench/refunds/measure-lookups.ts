import { anOrder } from '../../support/an-order';
import { type Answer, ask } from '../../support/ask';
import { type Entry, formsOf, multipart } from '../../support/forms';
import { type BenchSite, benchSite, type DatabaseName, row } from '../forum/bench-site';
import { quantile } from '../served';

const LOOKUPS = 500;
const WARM = 12;
const KINDS = ['known', 'unknown', 'wrong address'] as const;
type Kind = (typeof KINDS)[number];
/** Every answer there was, with what it was given to. */
type Answers = Map<string, Kind[]>;

/** What the answers to guests give away: to a look-up of an order, and to a wrong code after it. */
export async function measureLookups(databases: readonly DatabaseName[]): Promise<void> {
  for (const database of databases) {
    // Behind a trusted proxy, which this process plays, so that the limits per address stay out of the way.
    process.env.TRUST_PROXY = '1';
    const site = await benchSite(database);
    process.env.TRUST_PROXY = '';
    try {
      await measure(site, database);
    } finally {
      await site.stop();
    }
  }
}

/** Orders that exist, numbers that do not, and numbers that exist with another address, in turn. */
async function measure(site: BenchSite, database: DatabaseName): Promise<void> {
  const orders = [];
  for (let time = 0; time < LOOKUPS + WARM; time += 1) {
    orders.push(await anOrder({ email: `guest${time}@example.com`, paymentRef: `pretend_ok_lookup${time}` }));
  }
  const lookups = emptyTimes();
  const codes = emptyTimes();
  const [answers, refusals]: [Answers, Answers] = [new Map(), new Map()];
  for (const [time, order] of orders.entries()) {
    // Each follows each of the others as often, so that what comes before does not count for one of them.
    const kind = KINDS[(time + Math.floor(time / KINDS.length)) % KINDS.length] ?? 'known';
    const number = kind === 'unknown' ? order.number.replace('TP', 'QX') : order.number;
    const email = kind === 'wrong address' ? order.email.replace('guest', 'other') : order.email;
    const found = await post(site, '/refund', await ask(site.url, '/refund'), 'number', { number, email });
    const cookie = String(found.headers['set-cookie'] ?? '').split(';')[0];
    const next = await ask(site.url, found.headers.location ?? '/', { cookie });
    const refused = await post(site, '/refund/code', next, 'code', { code: '000000' }, cookie);
    // The first ones warm the pages up.
    if (time < WARM) continue;
    lookups[kind].push(found.ms);
    codes[kind].push(refused.ms);
    count(answers, `${seen(found, number, email)} ${seen(next, number, email)}`, kind);
    count(refusals, seen(refused, number, email), kind);
  }
  console.log(`\n${LOOKUPS} look-ups of orders by guests, one after the other, ${database}, p50 / p95 / p99`);
  report(lookups, answers);
  console.log(`\n… and a wrong code after each`);
  report(codes, refusals);
}

function emptyTimes(): Record<Kind, number[]> {
  return { known: [], unknown: [], 'wrong address': [] };
}

/** Sends the form of a page that has this field, as a browser without script does. */
async function post(
  site: BenchSite,
  path: string,
  page: Answer,
  field: string,
  typed: Record<string, string>,
  cookie?: string,
): Promise<Answer> {
  const form = formsOf(page.text).find(({ fields }) => fields.some(({ name }) => name === field));
  if (!form) throw new Error(`${path} has no field "${field}" (${page.status}).`);
  const entries = form.fields
    .filter(({ kind }) => kind !== 'button')
    .map(({ name, value }): Entry => [name, typed[name] ?? value]);
  return ask(site.url, path, { method: 'POST', cookie, ...multipart(entries) });
}

/** An answer without what it repeats of what was typed, whether that exists or not, and without what is new in every answer. */
function seen({ status, headers, text }: Answer, number: string, email: string): string {
  const kept = String(headers['set-cookie'] ?? '')
    .replace(/=[\w-]{20,}/, '=…')
    .replace(/Expires=[^;]*/, '');
  // Next adds `link` (what to load early) to pages that took long to draw, whatever they are.
  const names = Object.keys(headers)
    .filter((name) => name !== 'link')
    .sort()
    .join(' ');
  const main = (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text)
    .replaceAll(number, '…')
    .replaceAll(email, '…')
    .replace(/&quot;turn&quot;:\d+/, '');
  return [status, headers.location ?? '', names, kept, main].join(' ');
}

function count(answers: Answers, answer: string, kind: Kind): void {
  answers.set(answer, [...(answers.get(answer) ?? []), kind]);
}

function report(times: Record<Kind, number[]>, answers: Answers): void {
  const medians = Object.values(times).map((all) => quantile(all, 0.5));
  for (const [kind, all] of Object.entries(times)) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(all, share).toFixed(1));
    row(`${kind} (${all.length})`, `${p50} / ${p95} / ${p99} ms`);
  }
  row('medians apart', `${(Math.max(...medians) - Math.min(...medians)).toFixed(1)} ms`);
  row('different answers', `${answers.size}`);
  if (answers.size === 1) return;
  const all = [...answers.keys()];
  const differs = [...(all[0] ?? '')].findIndex((letter, at) => all.some((other) => other[at] !== letter));
  for (const [answer, kinds] of answers) {
    const counts = KINDS.map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`);
    console.log(`    ${counts.join(', ')}: …${answer.slice(Math.max(0, differs - 100), differs + 200)}…`);
  }
}
