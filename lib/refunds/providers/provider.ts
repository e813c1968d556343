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
  | { about: 'dispute'; paymentRef: string }
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

/** An outside system that pays refunds. Its methods go over the network: never call one inside a transaction. */
export interface PaymentProvider {
  readonly name: string;
  /** Makes the refund, or gives the one already made with this key.
   * @throws ProviderRefusal when no money moved for certain, anything else when nobody knows */
  createRefund(order: RefundOrder): Promise<ProviderRefund>;
  /** Every refund of a payment, also those that were not made by us. */
  listRefunds(paymentRef: string): Promise<ProviderRefund[]>;
  getRefund(providerRefundId: string): Promise<ProviderRefund | null>;
  /** @param headers with names in lower case
   * @returns the event of a message whose signature over the raw body is right and fresh; null for anything else. */
  verifyWebhook(
    rawBody: string,
    headers: Readonly<Record<string, string | undefined>>,
    now: Date,
  ): ProviderEvent | null;
}
