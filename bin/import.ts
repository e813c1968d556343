import path from 'node:path';
import { importArticleRow, importOrderRow, importThreadRow } from '@/bin/import-rows';
import { config, loadEnvironmentFile } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { messageOf, StartError } from '@/lib/errors';
import { readRows } from '@/lib/imports/read-rows';
import { runImport } from '@/lib/imports/rows';

const USAGE = `Usage:
  npm run import -- faq PATH       articles: .jsonl {question, answer, category?, keywords?}, .csv with these columns,
                                   or a folder of .md files with front matter
  npm run import -- threads PATH   threads: .jsonl or .jsonl.gz {title, body, author?, createdAt?, tags?, replies: […]}
  npm run import -- orders FILE.csv
The same row again updates what it made before; it is never doubled.`;

const IMPORTERS = { faq: importArticleRow, threads: importThreadRow, orders: importOrderRow };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const [kind = '', place, ...rest] = process.argv.slice(2);
  if (!isKind(kind) || !place || rest.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  loadEnvironmentFile();
  await migrate(say);
  const importOne = await IMPORTERS[kind]();
  say(`Importing ${kind} from ${path.basename(place)} into ${config().databaseKind}`);
  const began = Date.now();
  const counts = await runImport(readRows(path.resolve(place)), importOne, say);
  const seconds = Math.max(0.001, (Date.now() - began) / 1000);
  const rows = counts.created + counts.updated + counts.unchanged + counts.skipped;
  say(
    `${counts.created} new, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.skipped} skipped`,
  );
  say(`${rows} rows in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} a second)`);
  return rows > 0 && counts.skipped === rows ? 1 : 0;
}

function isKind(kind: string): kind is keyof typeof IMPORTERS {
  return Object.hasOwn(IMPORTERS, kind);
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
