/** What a spreadsheet takes for the beginning of a formula; full-width signs are read as their plain ones by some. */
const FORMULA = '=+\\-@＝＋－＠';
const BEGINS = new RegExp(`^[\\t\\r\\n]|^\\s*[${FORMULA}]`);
/** A program that splits at another sign than ours finds more beginnings inside a cell. */
const BEGINS_LATER = new RegExp(`([;,\\t\\r\\n|]["\\s]*)(?=[${FORMULA}])`, 'g');

/** One line of a table for spreadsheets (RFC 4180). No cell is ever a formula: what would begin one gets an apostrophe in front,
 * which programs show or swallow, and none runs. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number): string {
  const text = String(cell).replace(BEGINS_LATER, "$1'");
  const safe = BEGINS.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Written before the first line it tells spreadsheets that the letters are UTF-8. */
export const UTF8_MARK = '\uFEFF';
