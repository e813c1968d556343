import { currencyCode, minorDigits } from '@/lib/money';

/** Stripe counts these two in hundredths, though ISO 4217 gives them none, and ariary whole, though it gives it two. */
const OTHER_DIGITS = new Map([
  ['ISK', 2],
  ['UGX', 2],
  ['MGA', 0],
]);

/** An amount as Stripe's API has it, in the minor units of ISO 4217; null for what is no whole number of them. */
export function minorOfStripe(amount: unknown, currency: unknown): number | null {
  const code = currencyCode(currency);
  if (code === null || typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 0) return null;
  const factor = 10 ** (minorDigits(code) - (OTHER_DIGITS.get(code) ?? minorDigits(code)));
  const minor = Math.round(amount * factor);
  return Math.abs(minor - amount * factor) < 1e-6 ? minor : null;
}
