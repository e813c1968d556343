import type { Need } from '@/lib/refunds/desk/rules';
import type { WaitsFor } from '@/lib/refunds/providers/provider';
import {
  type Alternative,
  alternativeWords,
  type ProviderName,
  type RefundState,
} from '@/lib/refunds/schema';

export const PROVIDER_NAMES: Record<ProviderName, string> = {
  stripe: 'Stripe',
  paypal: 'PayPal',
  manual: 'By hand',
  pretend: 'Pretend',
};

/** A provider by its name for people; one of another version by its own. */
export function providerName(provider: string): string {
  return Object.hasOwn(PROVIDER_NAMES, provider) ? PROVIDER_NAMES[provider as ProviderName] : provider;
}

export const NEED_WORDS: Record<Need, { title: string; text: string }> = {
  bounced: {
    title: 'Did not arrive',
    text: 'The money is with you again, or never left. Send it again, or pay another way and note what you did.',
  },
  disputed: {
    title: 'On hold: the bank disputes the payment',
    text: 'The bank decides. A refund for it would be money paid twice.',
  },
  queued: {
    title: 'Waiting for your approval',
    text: 'More was asked for than goes by itself, or it was asked for late. Nothing was sent, nobody was refused, and each customer knows until when you look.',
  },
  unknown: {
    title: 'No clear answer from the provider',
    text: 'We ask again with the same key for 20 hours, then only look. Nothing is ever sent a second time blindly.',
  },
  pay: { title: 'To be paid by hand', text: 'Transfer the money, then tick it off. The customer is told.' },
  balance: {
    title: 'Your balance at the provider is too low',
    text: 'Add money there; the provider sends these by itself then.',
  },
  instead: {
    title: 'Chose something else instead of the money',
    text: 'Write to them, and note it here when it is done.',
  },
};

type Explained = {
  state: RefundState;
  failureReason: string | null;
  waitsFor: WaitsFor | null;
  attempts: number;
  replacedBy: Alternative | null;
  need: Need | null;
};

/** Where a refund stands, in a few words beside its state; '' when the state says it all. */
export function explain(refund: Explained): string {
  if (refund.need === 'pay') return 'To be paid by hand: transfer it, then tick it off';
  if (refund.failureReason === 'needs-review') return 'Nothing found at the provider in 20 hours';
  if (refund.state === 'unknown') return `${refund.attempts} tries, asking again`;
  if (refund.waitsFor) return WAITING_WORDS[refund.waitsFor];
  if (refund.replacedBy) return `The buyer chose: ${alternativeWords[refund.replacedBy]}`;
  return failureWords(refund.failureReason);
}

/** Why a provider could not pay, in words; a code we do not know is shown as it is, for the provider's support. */
export function failureWords(reason: string | null): string {
  if (reason === null) return '';
  return FAILURE_WORDS[reason] ?? reason;
}

const WAITING_WORDS: Record<WaitsFor, string> = {
  buyer: 'The buyer has to act: the provider has mailed them',
  balance: 'Your balance at the provider is too low: add money there',
  payment: 'The payment itself has not come in yet',
};

const FAILURE_WORDS: Record<string, string> = {
  lost_or_stolen_card: 'The card was lost or stolen',
  charge_for_pending_refund_disputed: 'The buyer’s bank disputes the payment',
  insufficient_funds: 'Your balance at the provider was too low',
  declined: 'The buyer’s bank declined it',
  merchant_request: 'It was called off at the provider',
  amount_not_payable: 'The provider cannot pay a part of the smallest unit',
  resource_missing: 'The provider does not know this payment: check its reference and your key',
  expired_or_canceled_card: 'The card has expired or was cancelled',
  REFUND_TIME_LIMIT_EXCEEDED: 'Too old for PayPal (180 days): find another way to pay',
  MAX_NUMBER_OF_REFUNDS_EXCEEDED: 'PayPal takes no more refunds for this payment',
  REFUND_NOT_ALLOWED: 'PayPal does not allow a refund of this payment',
  PARTIAL_REFUND_NOT_ALLOWED: 'PayPal refunds this payment only as a whole',
  CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED: 'Disputed: PayPal refunds it only as a whole',
  payment_method_closed: 'The card or account was closed',
  charge_disputed: 'The buyer’s bank disputes the payment',
  'already-refunded-elsewhere': 'It was refunded at the provider already',
  'dispute-over': 'The dispute is won: the buyer may ask again',
  'not-at-provider': 'You closed it: it is not at the provider',
};
