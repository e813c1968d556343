import { messageOf } from '@/lib/errors';
import type { RowResult } from '@/lib/imports/rows';
import { log } from '@/lib/log';
import { currencyCode, decimalString, minorDigits, parseDecimalToMinor } from '@/lib/money';
import { saveTold } from '@/lib/refunds/orders/save-order';
import { OrderInput, type SaveOrderReason, saveOrderWords } from '@/lib/refunds/orders/schema';
import { plainOrder } from '@/lib/refunds/orders/told-order';
import { fieldErrorsOf } from '@/lib/web/validate';

/** Saves one row of an import, of CSV (all texts) or JSON: externalId, number, email, currency, totalMinor or a decimal
 * `total`, the same of `tax`, `shipping` and `captured`, paidAt, methodLabel, methodKind, country, provider, paymentRef,
 * changedAt, items (JSON). Columns of other names are passed over.
 * @returns what became of it, or why it was skipped; never throws */
export async function importOrder(row: unknown): Promise<RowResult> {
  if (typeof row !== 'object' || row === null) return { ok: false, reason: 'the row is not an object' };
  let input: Record<string, unknown>;
  try {
    input = inputOf(row);
  } catch (error) {
    // A cell that cannot be read, in our own words.
    return { ok: false, reason: messageOf(error) };
  }
  try {
    const parsed = OrderInput.safeParse(input);
    if (!parsed.success) {
      const problems = Object.entries(fieldErrorsOf(parsed.error));
      return { ok: false, reason: problems.map(([field, words]) => `${field}: ${words}`).join(' ') };
    }
    const saved = await saveTold(plainOrder(parsed.data));
    if (!saved.ok) return { ok: false, reason: refusalOf(parsed.data, saved) };
    return { ok: true, what: saved.change };
  } catch (error) {
    // What a database says of a row is for the log.
    log.error('import.row-failed', { kind: 'order', error: messageOf(error) });
    return { ok: false, reason: 'The row could not be saved; the log of the site says why.' };
  }
}

/** The column and what stands in it, so that the cell is found in a sheet of thousands. */
function refusalOf(
  input: OrderInput,
  { reason, field }: { reason: SaveOrderReason; field?: string },
): string {
  const value: unknown = field === undefined ? undefined : Reflect.get(input, field);
  if (value === undefined) return field ? `${field}: ${saveOrderWords[reason]}` : saveOrderWords[reason];
  return `${field} "${String(value).slice(0, 40)}": ${saveOrderWords[reason]}`;
}

const COLUMNS = [
  'externalId',
  'number',
  'email',
  'currency',
  'paidAt',
  'methodLabel',
  'methodKind',
  'country',
  'provider',
  'paymentRef',
  'changedAt',
];
/** Each is read as whole minor units (`taxMinor`) or else as a decimal (`tax`). */
const AMOUNTS = ['total', 'tax', 'shipping', 'captured'];

function inputOf(row: object): Record<string, unknown> {
  // Spreadsheets are lax about capitals in column names.
  const cells = new Map<string, unknown>(
    Object.entries(row).map(([name, value]) => [name.trim().toLowerCase(), value]),
  );
  const cell = (name: string) => {
    const value = cells.get(name.toLowerCase());
    return value === '' || value === null ? undefined : value;
  };
  const amounts = AMOUNTS.map((name) => {
    const minor = cell(`${name}Minor`) ?? minorOf(name, cell(name), cell('currency'));
    return [`${name}Minor`, wholeNumber(minor)];
  });
  const columns = COLUMNS.map((name) => [name, cell(name)]);
  const entries = [...amounts, ...columns, ['items', itemsOf(cell('items'))]];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function itemsOf(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell);
  } catch {
    throw new Error('items: This is not JSON; write [{"name": "…", "quantity": 1, "unitMinor": 2400}].');
  }
}

/** '2400' becomes a number; nothing that only looks like one does ('24e2', '24.00', '0x10'). */
function wholeNumber(cell: unknown): unknown {
  return typeof cell === 'string' && /^\d{1,15}$/.test(cell.trim()) ? Number(cell) : cell;
}

function minorOf(name: string, amount: unknown, currency: unknown): number | undefined {
  const code = currencyCode(currency);
  if (amount === undefined || code === null) return undefined;
  const minor = parseDecimalToMinor(String(amount), code);
  if (minor === null) {
    const example = decimalString({ amountMinor: 24 * 10 ** minorDigits(code), currency: code });
    throw new Error(
      `${name}: "${String(amount).slice(0, 40)}" can be read in more than one way; write it like ${example}.`,
    );
  }
  return minor;
}
