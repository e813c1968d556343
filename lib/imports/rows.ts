import { messageOf } from '@/lib/errors';

/** One row of an import file: its value, or why it could not be read. `line` is where a person finds it; notes are what
 * was left out of the row while it was read. */
export type ImportRow = { line: string; value: unknown; notes?: string[] } | { line: string; error: string };

/** What an importer says of one row. */
export type RowResult =
  | { ok: true; what: 'created' | 'updated' | 'unchanged'; notes?: string[] }
  | { ok: false; reason: string };

export type ImportCounts = { created: number; updated: number; unchanged: number; skipped: number };

/** How many skipped rows are told one by one; the rest is only counted. */
const TELL_SKIPPED = 20;
/** So many notes are told; rows without end may each have some. */
const TELL_NOTES = 40;

/** Runs every row through `importOne`, one after the other, so that one bad row stops nothing and memory stays flat.
 * @param say receives progress every two seconds, and each of the first skipped rows with its reason
 * @returns the counts */
export function runImport(
  rows: AsyncIterable<ImportRow>,
  importOne: (value: unknown) => Promise<RowResult>,
  say: (line: string) => void,
): Promise<ImportCounts> {
  const importMany = async (values: unknown[]) => {
    const results: RowResult[] = [];
    for (const value of values) results.push(await importSafely(value, importOne));
    return results;
  };
  return runImportTogether(rows, importMany, say, 1);
}

/** As `runImport`, for importers that take several rows together and answer for each, in order. */
export async function runImportTogether(
  rows: AsyncIterable<ImportRow>,
  importMany: (values: unknown[]) => Promise<RowResult[]>,
  say: (line: string) => void,
  together = 100,
): Promise<ImportCounts> {
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  const tell = teller(counts, say);
  let batch: ImportRow[] = [];
  const flush = async () => {
    const values = batch.flatMap((row) => ('error' in row ? [] : [row.value]));
    const results = await importMany(values);
    let at = 0;
    for (const row of batch) {
      tell(row, 'error' in row ? { ok: false, reason: row.error } : (results[at++] ?? NO_ANSWER));
    }
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length >= together) await flush();
  }
  await flush();
  return counts;
}

const NO_ANSWER: RowResult = { ok: false, reason: 'nothing is known of it' };

/** Counts what became of rows, and says what is worth saying of each. */
function teller(counts: ImportCounts, say: (line: string) => void) {
  let done = 0;
  let told = Date.now();
  let notes = 0;
  return (row: ImportRow, result: RowResult): void => {
    for (const note of notesOf(row, result)) {
      notes += 1;
      if (notes <= TELL_NOTES) say(`  ${row.line}: ${note}`);
      if (notes === TELL_NOTES + 1) say('  more is left out of rows; it is not told from here');
    }
    if (result.ok) {
      counts[result.what] += 1;
    } else {
      counts.skipped += 1;
      if (counts.skipped <= TELL_SKIPPED) say(`  skipped ${row.line}: ${result.reason}`);
      if (counts.skipped === TELL_SKIPPED + 1)
        say('  more rows are skipped; they are only counted from here');
    }
    done += 1;
    if (Date.now() - told > 2000) {
      told = Date.now();
      say(`  ${done} rows so far`);
    }
  };
}

function notesOf(row: ImportRow, result: RowResult): string[] {
  return [...(('notes' in row && row.notes) || []), ...((result.ok && result.notes) || [])];
}

/** A row that fails in a way nobody foresaw is skipped like any other, with what was thrown: the one at the keyboard runs
 * the site. A database that cannot be reached fails every row, which the counts then say. */
async function importSafely(
  value: unknown,
  importOne: (value: unknown) => Promise<RowResult>,
): Promise<RowResult> {
  try {
    return await importOne(value);
  } catch (error) {
    return { ok: false, reason: `it could not be saved (${messageOf(error).trim().split('\n').at(-1)})` };
  }
}
