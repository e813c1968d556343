import type { Money } from '@/lib/money';

/** How a provider speaks of a refund; `succeeded` means handed to the bank, and may still become `failed` days later. */
export type ProviderRefundState = 'pending' | 'succeeded' | 'failed' | 'canceled';

export type ProviderRefund = {
  id: string;
  paymentRef: string;
  amountMinor: number;
  currency: string;
  state: ProviderRefundState;
  failureReason: string | null;
  /** Our refund's id from the metadata; null when it was made elsewhere (the provider's own dashboard). */
  refundId: string | null;
  /** The payment's other name, at providers that give it two (Stripe: the intent and its charge). */
  otherRef?: string | null;
  waitsFor?: WaitsFor | null;
  /** With which the buyer's bank finds the money. */
  traceNumber?: string | null;
  /** The charge vanishes from the statement instead of being refunded there. */
  isReversal?: boolean;
  madeAt?: Date;
};

/** What a pending refund waits for: an act of the buyer, the shop's balance at the provider, the payment itself. */
export type WaitsFor = 'buyer' | 'balance' | 'payment';

/** A dispute of a payment as the provider has it now. */
export type ProviderDispute = {
  id: string;
  /** Every name of the payment. */
  paymentRefs: string[];
  /** Null where the provider does not say: the whole payment. */
  amount: Money | null;
  reason: string;
  /** The bank only asks so far; a refund settles it and is still possible. */
  isInquiry: boolean;
  state: 'open' | 'won' | 'lost';
  openedAt: Date;
};

/** All of it comes from the stored row, the key included, so that every try says the same. */
export type RefundOrder = {
  idempotencyKey: string;
  paymentRef: string;
  amountMinor: number;
  currency: string;
  refundId: string;
};

/** What a signed message is about; it only says where to look, never what is true. */
export type ProviderEvent = { id: string; type: string } & (
  | { about: 'refund'; providerRefundId: string }
  | { about: 'dispute'; providerDisputeId: string }
  | { about: 'nothing-of-ours' }
);

/** An answer that proves no money moved. Everything else that is thrown leaves the outcome unknown. */
export class ProviderRefusal extends Error {
  override name = 'ProviderRefusal';

  constructor(
    readonly kind: 'refused' | 'disputed' | 'already-refunded',
    readonly code: string,
  ) {
    super(`The payment provider refused: ${code}`);
  }
}

export type WebhookHeaders = Readonly<Record<string, string | undefined>>;

/** An outside system that pays refunds. Its methods go over the network: never call one inside a transaction. */
export interface PaymentProvider {
  readonly name: string;
  /** Makes the refund, or gives the one already made with this key.
   * @throws ProviderRefusal when no money moved for certain, anything else when nobody knows */
  createRefund(order: RefundOrder): Promise<ProviderRefund>;
  /** Every refund of a payment, also those that were not made by us. */
  listRefunds(paymentRef: string): Promise<ProviderRefund[]>;
  getRefund(providerRefundId: string): Promise<ProviderRefund | null>;
  /** How late `refundsSince` may know of a refund, in milliseconds; at once where it is not given. */
  readonly booksAreLate?: number;
  /** Every refund of the account that was made since then, for comparing the books. */
  refundsSince(from: Date): Promise<ProviderRefund[]>;
  getDispute(providerDisputeId: string): Promise<ProviderDispute | null>;
  /** @param headers with names in lower case
   * @returns the event of a message whose signature over the raw body is right and fresh; null for anything else
   * @throws when that can only be known by asking the provider, and it does not answer */
  verifyWebhook(rawBody: string, headers: WebhookHeaders, now: Date): Promise<ProviderEvent | null>;
}

/** Every name of the payment that a refund is of. */
export function refsOf({ paymentRef, otherRef }: ProviderRefund): string[] {
  return otherRef ? [paymentRef, otherRef] : [paymentRef];
}
