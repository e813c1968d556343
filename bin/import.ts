import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  importArticleRow,
  importDiscourseRow,
  importOrderRows,
  importThreadRow,
  isOrderKind,
  type OrderKind,
} from '@/bin/import-rows';
import { config, loadEnvironmentFile } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { messageOf, StartError } from '@/lib/errors';
import { readDiscourse } from '@/lib/imports/read-discourse';
import { readJson } from '@/lib/imports/read-json';
import { readRows } from '@/lib/imports/read-rows';
import { type ImportCounts, type ImportRow, runImport, runImportTogether } from '@/lib/imports/rows';
import { importStripeCharges, listStripeCharges } from '@/lib/refunds/orders/import-stripe-charges';

const USAGE = `Usage:
  npm run import -- faq PATH       articles: .jsonl {question, answer, category?, keywords?}, .csv with these columns,
                                   or a folder of .md files with front matter
  npm run import -- threads PATH   threads: .jsonl or .jsonl.gz {title, body, bodyFormat?, author?, createdAt?, tags?,
                                   attachments?, replies: […]}; texts are Markdown, HTML or BBCode, attachments are
                                   [{file, name?}] with the files in the folder of the .jsonl
  npm run import -- discourse PATH topics as Discourse's API gives them (/t/ID.json): a folder of .json files or one of
                                   them, with categories.json or site.json beside them for the names of categories
  npm run import -- orders PATH    orders: .csv or .jsonl with the columns the README names
  npm run import -- stripe FILE.csv
                                   Stripe's export of payments (Payments → Export), with refunds and disputes
  npm run import -- stripe-account [--since 2026-01-01]
                                   the same, asked from Stripe itself (STRIPE_SECRET_KEY); refunds and disputes by name
  npm run import -- woocommerce PATH
                                   orders as WooCommerce's REST API gives them (/wc/v3/orders), with refunds: a .json file
                                   with a list, .jsonl, or a folder of pages
With threads and discourse:
  --dry-run                        says what would come in, and keeps nothing
  --from https://forum.example     (discourse) where it was: authors and threads link to it
The same row again updates what it made before; it is never doubled.`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  since: { type: 'string' },
} as const;
const IMPORTERS = {
  faq: importArticleRow,
  threads: importThreadRow,
  discourse: importDiscourseRow,
};
type Kind = keyof typeof IMPORTERS | OrderKind | 'stripe-account';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { kind, place, dryRun, from, since } = asked;
  loadEnvironmentFile();
  await migrate(say);
  const verb = dryRun ? 'Trying' : 'Importing';
  say(`${verb} ${kind} from ${place === '' ? 'Stripe' : path.basename(place)} into ${config().databaseKind}`);
  const file = path.resolve(place);
  const rows = kind === 'stripe-account' ? listStripeCharges(since) : rowsOf(kind, file, from);
  const began = Date.now();
  const counts = await run(kind, rows, { dryRun, folder: path.dirname(file) });
  const seconds = Math.max(0.001, (Date.now() - began) / 1000);
  const done = counts.created + counts.updated + counts.unchanged + counts.skipped;
  say(
    `${counts.created} new, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.skipped} skipped`,
  );
  say(`${done} rows in ${seconds.toFixed(1)} s (${Math.round(done / seconds)} a second)`);
  if (dryRun) say('Nothing was kept; without --dry-run it would be.');
  return done > 0 && counts.skipped === done ? 1 : 0;
}

async function run(
  kind: Kind,
  rows: AsyncIterable<ImportRow>,
  options: { dryRun: boolean; folder: string },
): Promise<ImportCounts> {
  if (kind === 'stripe-account') return runImportTogether(rows, importStripeCharges, say);
  if (isOrderKind(kind)) return runImportTogether(rows, importOrderRows(kind), say);
  return runImport(rows, await IMPORTERS[kind](options), say);
}

function rowsOf(kind: Kind, file: string, from: string | null): AsyncIterable<ImportRow> {
  if (kind === 'discourse') return readDiscourse(file, from);
  return kind === 'woocommerce' ? readJson(file) : readRows(file);
}

type Asked = { kind: Kind; place: string; dryRun: boolean; from: string | null; since: Date | null };

function readArguments(words: string[]): Asked | null {
  try {
    const { positionals, values } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
    const [kind = '', place = '', ...rest] = positionals;
    if (!isKind(kind) || rest.length > 0 || (place === '') !== (kind === 'stripe-account')) return null;
    const { 'dry-run': dryRun = false, from = null, since } = values;
    const day = since === undefined ? null : new Date(`${since}T00:00:00Z`);
    if (day && (kind !== 'stripe-account' || Number.isNaN(day.getTime()))) return null;
    if (dryRun && kind !== 'threads' && kind !== 'discourse') return null;
    if (from !== null && (kind !== 'discourse' || !/^https?:\/\/[^\s/]+/i.test(from))) return null;
    return { kind, place, dryRun, from, since: day };
  } catch {
    // An option that nobody knows.
    return null;
  }
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(IMPORTERS, kind) || isOrderKind(kind) || kind === 'stripe-account';
}

main()
  .catch((error: unknown) => {
    const words = error instanceof StartError || error instanceof Error ? messageOf(error) : String(error);
    process.stderr.write(`\nThe import stopped: ${words}\n`);
    return 1;
  })
  .then(async (status) => {
    await closeDb();
    process.exit(status);
  });
