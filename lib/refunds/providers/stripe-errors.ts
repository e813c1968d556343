import Stripe from 'stripe';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';

const DISPUTED = ['charge_disputed', 'refund_disputed_payment'];
/** Refusals that another try may get past: the shop's balance fills up, a lock is released, a key is corrected. */
const NOT_FINAL = [
  'balance_insufficient',
  'idempotency_key_in_use',
  'lock_timeout',
  'rate_limit',
  'secret_key_required',
];

/** What an error of Stripe proves: a `ProviderRefusal` only if no money moved for certain. Timeouts, lost connections, 409,
 * 429, 5xx (also a saved one), a key used for something else and a wrong secret key leave it open.
 * The words of the error are not kept: they may repeat parts of the request. */
export function readStripeError(error: unknown): Error {
  if (error instanceof ProviderRefusal) return error;
  if (!(error instanceof Stripe.errors.StripeError)) {
    return error instanceof Error ? error : new Error('Stripe could not be asked.');
  }
  const code = error.code ?? '';
  if (code === 'charge_already_refunded') return new ProviderRefusal('already-refunded', code);
  if (DISPUTED.includes(code)) return new ProviderRefusal('disputed', code);
  // Exactly the 400 and 404 about the request itself; a key that was used for something else has a class of its own.
  const isAboutRequest = error instanceof Stripe.errors.StripeInvalidRequestError;
  if (!isAboutRequest || NOT_FINAL.includes(code)) return new Error(unclear(error, code));
  if (error.param === 'amount' && /unrefunded/.test(error.message)) {
    // Less is left than we know of: somebody refunded a part of it at Stripe.
    return new ProviderRefusal('already-refunded', code || 'amount_too_large');
  }
  return new ProviderRefusal('refused', code || error.param || 'invalid_request');
}

function unclear(error: InstanceType<typeof Stripe.errors.StripeError>, code: string): string {
  const facts = [error.type, error.statusCode, code, error.requestId].filter(Boolean).join(', ');
  return `Stripe gave no clear answer (${facts}).`;
}
