import { messageOf } from '@/lib/errors';
import { currencyCode, decimalString, minorDigits, parseDecimalToMinor } from '@/lib/money';
import { type Reading, readingOf } from '@/lib/refunds/orders/reading';
import { plainOrder } from '@/lib/refunds/orders/told-order';

/** Reads one row of our own table, of CSV (all texts) or JSON: externalId, number, email, currency, totalMinor or a decimal
 * `total`, the same of `tax`, `shipping` and `captured`, paidAt, methodLabel, methodKind, country, provider, paymentRef,
 * changedAt, items (JSON). Columns of other names are passed over. */
export function readOrderRow(row: unknown): Reading {
  if (typeof row !== 'object' || row === null) return { ok: false, reason: 'the row is not an object' };
  try {
    return readingOf(inputOf(row), plainOrder);
  } catch (error) {
    // A cell that cannot be read, in our own words.
    return { ok: false, reason: messageOf(error) };
  }
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
