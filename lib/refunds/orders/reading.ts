import { currencyCode, minorDigits, parseDecimalToMinor } from '@/lib/money';
import { OrderInput, type SaveOrderReason, saveOrderWords } from '@/lib/refunds/orders/schema';
import type { ToldOrder } from '@/lib/refunds/orders/told-order';
import { fieldErrorsOf } from '@/lib/web/validate';

/** A row of a file, or a message, as the order it tells of; or why it is none, in words for the person at the keyboard. */
export type Reading = { ok: true; told: ToldOrder } | { ok: false; reason: string };

/** The order in what a reader made of a row, if all of it holds. */
export function readingOf(input: unknown, more: (input: OrderInput) => Omit<ToldOrder, 'input'>): Reading {
  const parsed = OrderInput.safeParse(input);
  if (parsed.success) return { ok: true, told: { input: parsed.data, ...more(parsed.data) } };
  const problems = Object.entries(fieldErrorsOf(parsed.error));
  return { ok: false, reason: problems.map(([field, words]) => `${field}: ${words}`).join(' ') };
}

/** The column and what stands in it, so that the cell is found in a sheet of thousands. */
export function refusalWords(
  input: OrderInput,
  { reason, field }: { reason: SaveOrderReason; field?: string },
): string {
  const value: unknown = field === undefined ? undefined : Reflect.get(input, field);
  if (value === undefined) return field ? `${field}: ${saveOrderWords[reason]}` : saveOrderWords[reason];
  return `${field} "${String(value).slice(0, 40)}": ${saveOrderWords[reason]}`;
}

/** An amount as other systems write it, in minor units: '2400.00' yen (a shop that shows two decimals everywhere), '1,234.56',
 * '399,00'; null for what is no amount, has a sign, or can be read in two ways. */
export function foreignMinor(text: unknown, currency: unknown): number | null {
  const code = currencyCode(currency);
  if ((typeof text !== 'string' && typeof text !== 'number') || code === null) return null;
  const written = withoutGroups(String(text).trim());
  const found = /^(\d+)\.(\d*?)0*$/.exec(written);
  if (!found) return parseDecimalToMinor(written, code);
  const digits = minorDigits(code);
  // Three digits after a sign may be a group of thousands.
  if (digits !== 3 && /\.\d{3}$/.test(written)) return null;
  const fraction = (found[2] ?? '').padEnd(digits, '0');
  return parseDecimalToMinor(fraction === '' ? found[1] : `${found[1]}.${fraction}`, code);
}

/** As `foreignMinor`, for parts that are kept with more decimals than the currency has (a tax of 4.5678): rounded half up. */
export function roundedMinor(text: unknown, currency: unknown): number | null {
  const code = currencyCode(currency);
  const found = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(String(text).trim());
  if (!found || code === null) return foreignMinor(text, currency);
  const digits = minorDigits(code);
  const fraction = (found[2] ?? '').padEnd(digits + 1, '0');
  const minor = Number(`${found[1]}${fraction.slice(0, digits)}`) + (fraction.charAt(digits) >= '5' ? 1 : 0);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** With both signs in it, it is plain which one groups. */
function withoutGroups(text: string): string {
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return text;
}
