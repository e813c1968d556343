import { createHash } from 'node:crypto';
import { readShopifyOrder } from '@/lib/refunds/orders/read-shopify-order';
import { readWoocommerceOrder } from '@/lib/refunds/orders/read-woocommerce-order';
import type { Reading } from '@/lib/refunds/orders/reading';
import { type Headers, isShopSignature } from '@/lib/refunds/orders/verify-message';

/** Shops that send messages about orders. */
export const SHOPS = ['woocommerce', 'shopify'] as const;
export type Shop = (typeof SHOPS)[number];

/** What a signed message is about. Names are of the sender's own choosing, and the same message has the same. */
export type OrderMessage = { name: string; type: string } & (
  | { about: 'order'; reading: Reading }
  /** Money of an order went back; the message is not believed about how much. */
  | { about: 'refund'; externalId: string }
  | { about: 'nothing-of-ours' }
);

type Speaker = {
  isSigned: (headers: Headers, rawBody: string, secret: string) => boolean;
  read: (value: unknown, headers: Headers, rawBody: string) => OrderMessage;
};

const SHOPIFY_ORDERS = ['orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled'];

/** How each shop signs and speaks. Topics stand in headers, which nobody signs: a body under a wrong topic does not have the
 * shape that is looked for. */
export const shops: Record<Shop, Speaker> = {
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
};

/** Whoever repeats a signed body can choose the headers with its id, so the body itself is its name. */
function nameOfBody(rawBody: string): string {
  return createHash('sha256').update(rawBody).digest('base64url');
}

function shortened(text: string | undefined): string {
  return (text ?? '').slice(0, 100);
}

function numberIn(value: unknown, key: string): number | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : null;
}
