import { currencyCode } from '@/lib/money';
import { fromStripeAmount } from '@/lib/refunds/providers/stripe-amounts';

/** An amount as Stripe's API has it, in our minor units; null for what is none. */
export function minorOfStripe(amount: unknown, currency: unknown): number | null {
  const code = currencyCode(currency);
  if (code === null || typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 0) return null;
  return fromStripeAmount(amount, code);
}
