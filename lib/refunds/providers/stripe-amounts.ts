import { minorDigits } from '@/lib/money';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';

/** Decimals at Stripe where they are not those of ISO 4217: two currencies lost theirs and are still written with two, one
 * has fifths that Stripe does not know. */
const STRIPE_DIGITS: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 };

/** Our minor units in Stripe's.
 * @throws ProviderRefusal for a part of a unit that Stripe cannot pay; nothing was sent then */
export function toStripeAmount(amountMinor: number, currency: string): number {
  const shift = shiftOf(currency);
  const amount = shift >= 0 ? amountMinor * 10 ** shift : amountMinor / 10 ** -shift;
  // Three decimals are counted by Stripe, but the last must be 0.
  const isPayable = Number.isSafeInteger(amount) && (minorDigits(currency) !== 3 || amount % 10 === 0);
  if (!isPayable) throw new ProviderRefusal('refused', 'amount_not_payable');
  return amount;
}

/** Stripe's minor units in ours. */
export function fromStripeAmount(amount: number, currency: string): number {
  const shift = shiftOf(currency);
  return shift >= 0 ? Math.round(amount / 10 ** shift) : amount * 10 ** -shift;
}

function shiftOf(currency: string): number {
  const digits = minorDigits(currency);
  return (STRIPE_DIGITS[currency] ?? digits) - digits;
}
