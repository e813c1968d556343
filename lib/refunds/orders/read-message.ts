import { createHash } from 'node:crypto';
import { config } from '@/lib/config';
import { readShopifyOrder } from '@/lib/refunds/orders/read-shopify-order';
import { orderFromStripeEvent } from '@/lib/refunds/orders/read-stripe-event';
import { readWoocommerceOrder } from '@/lib/refunds/orders/read-woocommerce-order';
import type { Reading } from '@/lib/refunds/orders/reading';
import { type Headers, isShopSignature, isStripeSignature } from '@/lib/refunds/orders/verify-message';
import { isLiveMode } from '@/lib/refunds/providers/stripe-client';

/** Who sends messages about orders. */
export const ORDER_SENDERS = ['woocommerce', 'shopify', 'stripe'] as const;
export type OrderSender = (typeof ORDER_SENDERS)[number];

/** What a signed message is about. Names are of the sender's own choosing, and the same message has the same. */
export type OrderMessage = { name: string; type: string } & (
  | { about: 'order'; reading: Reading }
  /** Money of an order went back; the message is not believed about how much. */
  | { about: 'refund'; externalId: string }
  | { about: 'nothing-of-ours' }
);

type Sender = {
  isSigned: (headers: Headers, rawBody: string, secret: string, now: Date) => boolean;
  read: (value: unknown, headers: Headers, rawBody: string) => OrderMessage;
};

const SHOPIFY_ORDERS = ['orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled'];

/** How each sender signs and speaks. Topics stand in headers, which nobody signs: a body under a wrong topic does not have the
 * shape that is looked for. */
export const senders: Record<OrderSender, Sender> = {
  woocommerce: {
    isSigned: (headers, rawBody, secret) =>
      isShopSignature(headers['x-wc-webhook-signature'], rawBody, secret),
    read: (value, headers, rawBody) => {
      const type = shortened(headers['x-wc-webhook-topic']);
      const named = { name: nameOfBody(rawBody), type };
      // A deleted order is only an id: its money stays in our books.
      if (!/^order\.(created|updated|restored)$/.test(type)) return { ...named, about: 'nothing-of-ours' };
      return { ...named, about: 'order', reading: readWoocommerceOrder(value) };
    },
  },
  shopify: {
    isSigned: (headers, rawBody, secret) =>
      isShopSignature(headers['x-shopify-hmac-sha256'], rawBody, secret),
    read: (value, headers, rawBody) => {
      const type = shortened(headers['x-shopify-topic']);
      const named = { name: nameOfBody(rawBody), type };
      const orderId = type === 'refunds/create' ? numberIn(value, 'order_id') : null;
      if (orderId !== null) return { ...named, about: 'refund', externalId: `shopify:${orderId}` };
      if (!SHOPIFY_ORDERS.includes(type)) return { ...named, about: 'nothing-of-ours' };
      return { ...named, about: 'order', reading: readShopifyOrder(value) };
    },
  },
  stripe: {
    isSigned: (headers, rawBody, secret, now) =>
      isStripeSignature(headers['stripe-signature'], rawBody, secret, now),
    read: (value, _headers, rawBody) => {
      const reading = isOfOurAccount(value) ? orderFromStripeEvent(value) : null;
      const named = {
        name: shortened(textIn(value, 'id')) || nameOfBody(rawBody),
        type: shortened(textIn(value, 'type')),
      };
      return reading ? { ...named, about: 'order', reading } : { ...named, about: 'nothing-of-ours' };
    },
  },
};

/** Of the mode of our key, where there is one, and not of an account that is connected to another. */
function isOfOurAccount(event: unknown): boolean {
  const { livemode, account } = (typeof event === 'object' && event !== null ? event : {}) as {
    livemode?: unknown;
    account?: unknown;
  };
  return !account && (config().stripe === null || livemode === isLiveMode());
}

/** Whoever repeats a signed body can choose the headers with its id, so the body itself is its name. */
function nameOfBody(rawBody: string): string {
  return createHash('sha256').update(rawBody).digest('base64url');
}

function shortened(text: string | undefined): string {
  return (text ?? '').slice(0, 100);
}

function textIn(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
}

function numberIn(value: unknown, key: string): number | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : null;
}
