import type { Readable } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';

/** One row by its column names, or why it could not be read; lines count from 1, the header. */
export type CsvRow = { line: number; cells: Record<string, string> } | { line: number; error: string };

/** Every stray quotation mark of a row is a complaint, and each costs a walk over the row: a file that is no CSV at all
 * would keep the process busy for minutes, so reading ends here. */
const COMPLAINTS_MAX = 500;

/** The rows of CSV text with a header. A row with broken quotation marks is told once and left out; the rest is read.
 * @param rowMax largest row in bytes
 * @throws Error with a sentence when the file cannot be read further */
export async function* readCsv(
  source: Readable,
  delimiter: ',' | ';',
  rowMax: number,
): AsyncGenerator<CsvRow> {
  const broken: CsvRow[] = [];
  let complaints = { line: -1, count: 0 };
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim()),
    delimiter,
    info: true,
    max_record_size: rowMax,
    relax_column_count: true,
    // A quotation mark inside a cell is a quotation mark; without this, the row after it is lost as well.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error: CsvError | undefined) => {
      const line = typeof error?.lines === 'number' ? error.lines : 0;
      complaints = { line, count: complaints.line === line ? complaints.count + 1 : 1 };
      if (complaints.count === 1)
        broken.push({ line, error: 'The row cannot be read; check its quotation marks.' });
      if (complaints.count > COMPLAINTS_MAX) throw new Error(`line ${line} is full of quotation marks.`);
      return undefined;
    },
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: Info;
    }>) {
      yield* broken.splice(0);
      yield { line: info.lines, cells: record };
    }
  } finally {
    source.destroy();
  }
  yield* broken;
}

/** Spreadsheets in half of Europe write semicolons. @param head the beginning of the text, with its first line */
export function delimiterOf(head: string): ',' | ';' {
  const header = head.slice(0, head.search(/[\r\n]|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}
