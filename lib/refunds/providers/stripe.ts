import Stripe from 'stripe';
import { messageOf } from '@/lib/errors';
import type { PaymentProvider } from '@/lib/refunds/providers/provider';
import { toStripeAmount } from '@/lib/refunds/providers/stripe-amounts';
import { stripeClient } from '@/lib/refunds/providers/stripe-client';
import { readStripeError } from '@/lib/refunds/providers/stripe-errors';
import { readStripeDispute, readStripeRefund } from '@/lib/refunds/providers/stripe-reading';
import { stripeEvent, stripeMessage } from '@/lib/refunds/providers/stripe-webhook';

/** Stripe gives at most this many at a time. */
const PER_PAGE = 100;

/** Refunds by Stripe. Orders name the payment by its intent (`pi_…`) or, older ones, by its charge (`ch_…`). */
export const stripe: PaymentProvider = {
  name: 'stripe',

  async createRefund({ idempotencyKey, paymentRef, amountMinor, currency, refundId }) {
    const amount = toStripeAmount(amountMinor, currency);
    const wanted = { ...paymentOf(paymentRef), amount, metadata: { refund_id: refundId } };
    try {
      return readStripeRefund(await stripeClient().refunds.create(wanted, { idempotencyKey }));
    } catch (error) {
      throw readStripeError(error);
    }
  },

  listRefunds(paymentRef) {
    return asked(() => all(paymentOf(paymentRef)));
  },

  refundsSince(from) {
    return asked(() => all({ created: { gte: Math.floor(from.getTime() / 1000) } }));
  },

  async getRefund(providerRefundId) {
    const found = await orNull(() => stripeClient().refunds.retrieve(providerRefundId));
    return found && readStripeRefund(found);
  },

  async getDispute(providerDisputeId) {
    const found = await orNull(() => stripeClient().disputes.retrieve(providerDisputeId));
    return found && readStripeDispute(found);
  },

  async verifyWebhook(rawBody, headers, now) {
    const message = stripeMessage(rawBody, headers, now);
    return message && stripeEvent(message);
  },
};

function paymentOf(paymentRef: string): { payment_intent: string } | { charge: string } {
  return paymentRef.startsWith('pi_') ? { payment_intent: paymentRef } : { charge: paymentRef };
}

async function all(which: Stripe.RefundListParams) {
  const found = [];
  for await (const refund of stripeClient().refunds.list({ ...which, limit: PER_PAGE })) {
    found.push(readStripeRefund(refund));
  }
  return found;
}

/** What there is; null for what Stripe does not know. */
function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  return asked(async () => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing') return null;
      throw error;
    }
  });
}

/** Looking something up proves nothing about money, even where Stripe refuses: the key may have been changed meanwhile. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new Error(messageOf(readStripeError(error)));
  }
}
