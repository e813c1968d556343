/** An amount as the payment world counts it: an integer number of the currency's smallest unit (cents, yen, fils). */
export type Money = { amountMinor: number; currency: string };

/** Codes Unicode knows that are no money: "no currency" and "testing". */
const NOT_MONEY = new Set(['XXX', 'XTS']);
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').filter((code) => !NOT_MONEY.has(code)));

/** Decimals by ISO 4217 where they are not two. Not asked of Intl, which tells how a currency is shown by habit (HUF and IDR
 * without decimals) and changes with the version of Node: what a stored amount means must not. */
const ISO_DIGITS = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/** The ISO 4217 code in capitals ('eur' → 'EUR'), or null when there is no such currency. */
export function currencyCode(x: unknown): string | null {
  if (typeof x !== 'string' || !/^[A-Za-z]{3}$/.test(x)) return null;
  const code = x.toUpperCase();
  return CURRENCIES.has(code) ? code : null;
}

/** How many decimals the currency has: EUR 2, JPY 0, KWD 3. Throws on a code that `currencyCode` refuses. */
export function minorDigits(currency: string): number {
  if (!CURRENCIES.has(currency)) throw new RangeError(`unknown currency ${JSON.stringify(currency)}`);
  return ISO_DIGITS.get(currency) ?? 2;
}

/** A whole, safe, non-negative number of minor units, or null. Takes numbers only: '2400' from a form is not one. */
export function parseMinor(x: unknown): number | null {
  return typeof x === 'number' && Number.isSafeInteger(x) && x >= 0 ? x + 0 : null;
}

/** The amount as a plain decimal without grouping: 2400 EUR → '24.00'. For CSV and structured data. Exact. */
export function decimalString({ amountMinor, currency }: Money): string {
  if (!Number.isSafeInteger(amountMinor))
    throw new RangeError(`not an amount in minor units: ${amountMinor}`);
  const digits = minorDigits(currency);
  const all = Math.abs(amountMinor)
    .toString()
    .padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  const fraction = digits > 0 ? `.${all.slice(all.length - digits)}` : '';
  return `${amountMinor < 0 ? '-' : ''}${whole}${fraction}`;
}

/** The amount for people: '€24.00', '¥2,400', 'KWD 1.250'. Never passes through a fraction of binary arithmetic. */
export function formatMoney(money: Money, locale = 'en'): string {
  const { currency } = money;
  const digits = minorDigits(currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const formatter = new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals });
  return formatter.format(decimalString(money) as Intl.StringNumericLiteral);
}

/**
 * A decimal from a spreadsheet to minor units: '24.00' EUR → 2400, '24' → 2400, '24,5' → 2450, '1.250' KWD → 1250.
 * Null when it is not an amount or could be read in two ways: thousands separators of any kind ('1,000', '1.000' EUR,
 * '1 000'), signs, currency symbols, exponents, more decimals than the currency has. A comma counts as the decimal sign
 * only where it cannot be a thousands separator: one or two digits after it, in a currency with two.
 */
export function parseDecimalToMinor(text: unknown, currency: string): number | null {
  if (typeof text !== 'string' || text.length > 40) return null;
  const digits = minorDigits(currency);
  const found = /^(\d{1,16})(?:([.,])(\d{1,3}))?$/.exec(text.trim());
  if (!found) return null;
  const [, whole = '', sign, fraction = ''] = found;
  if (fraction.length > digits) return null;
  if (sign === ',' && digits !== 2) return null;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
