import { Readable } from 'node:stream';
import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { messageOf, type Outcome } from '@/lib/errors';
import { type CsvRow, delimiterOf, readCsv } from '@/lib/imports/read-csv';
import { importTold } from '@/lib/refunds/orders/import-told';
import { readOrderRow } from '@/lib/refunds/orders/read-order-row';

export type SkippedRow = {
  /** Line in the file, from 1 (the header). */
  line: number;
  reason: string;
};
export type ImportResult = {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  /** The first of the skipped rows; the count above is of all. */
  problems: SkippedRow[];
};

/** A file can be wrong in every line; the first hundred show why. */
const PROBLEMS_SHOWN = 100;
/** One row of an order with all its lines fits twice. */
const ROW_MAX = 128 * 1024;
/** Rows that are saved together. */
const TOGETHER = 100;

/** Imports orders from CSV: a header with the columns that `readOrderRow` names, commas or semicolons. Each row is saved by
 * itself: a bad one is counted with its line and reason and never stops the rest; the same file again changes nothing. */
export async function importOrders(
  csv: string,
  actor: Actor,
): Promise<Outcome<{ result: ImportResult }, 'not-allowed'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, skipped: 0, problems: [] };
  const skip = (line: number, reason: string) => {
    result.skipped += 1;
    if (result.problems.length < PROBLEMS_SHOWN) result.problems.push({ line, reason });
  };
  let batch: CsvRow[] = [];
  const flush = async () => {
    const readings = batch.map((row) =>
      'error' in row ? { ok: false as const, reason: row.error } : readOrderRow(row.cells),
    );
    for (const [at, saved] of (await importTold(readings)).entries()) {
      if (saved.ok) result[saved.what] += 1;
      else skip(batch[at]?.line ?? 0, saved.reason);
    }
    batch = [];
  };
  try {
    for await (const row of readCsv(Readable.from([csv]), delimiterOf(csv), ROW_MAX)) {
      batch.push(row);
      if (batch.length >= TOGETHER) await flush();
    }
    await flush();
  } catch (error) {
    // Only the reading of the file itself throws here (a row without end); what was saved stays saved.
    await flush();
    skip(0, `The file could not be read further: ${messageOf(error)}`);
  }
  return { ok: true, result };
}
