import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { takeInOrderMessage } from '@/lib/refunds/orders/take-in-order-message';
import { takeInPaymentMessage } from '@/lib/refunds/orders/take-in-payment-message';
import { woocommerceOrder } from '@/tests/support/order-exports';
import {
  SHOPIFY_SECRET,
  STRIPE_KEY,
  STRIPE_SECRET,
  signShop,
  signStripe,
  WOOCOMMERCE_SECRET,
} from '@/tests/support/order-messages';

/** The secrets with which shops and providers sign in these tests. */
export function useMessageSecrets(): void {
  Object.assign(process.env, {
    WOOCOMMERCE_WEBHOOK_SECRET: WOOCOMMERCE_SECRET,
    SHOPIFY_WEBHOOK_SECRET: SHOPIFY_SECRET,
    STRIPE_SECRET_KEY: STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
  });
  forgetConfig();
}

export function woocommerce(order: unknown, topic = 'order.updated', secret = WOOCOMMERCE_SECRET) {
  const body = JSON.stringify(order);
  return takeInOrderMessage('woocommerce', body, {
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-signature': signShop(body, secret),
  });
}

export function shopify(message: unknown, topic = 'orders/paid', secret = SHOPIFY_SECRET) {
  const body = JSON.stringify(message);
  return takeInOrderMessage('shopify', body, {
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': signShop(body, secret),
  });
}

export function stripe(event: unknown, header?: string) {
  const body = JSON.stringify(event);
  return takeInPaymentMessage('stripe', body, { 'stripe-signature': header ?? signStripe(body) });
}

/** An order of WooCommerce in euros, paid through the gateway that is said. */
export function wooOrder(id: number, more: object = {}) {
  return {
    ...woocommerceOrder(4),
    id,
    number: String(id),
    currency: 'EUR',
    total: '60.00',
    payment_method: 'bacs',
    transaction_id: '',
    meta_data: [],
    refunds: [],
    date_modified_gmt: '2026-11-20T10:00:00',
    ...more,
  };
}

export async function orderOf(externalId: string) {
  return db.order.findUnique({ where: { externalId }, include: { items: true, refunds: true } });
}

export async function everything() {
  return {
    orders: await db.order.findMany({ orderBy: { id: 'asc' }, include: { items: true, refunds: true } }),
    seen: await db.webhookEvent.count({ where: { provider: { startsWith: 'orders/' } } }),
    jobs: await db.job.count(),
  };
}

export const applied = { ok: true, effect: 'applied' };
export const ignored = { ok: true, effect: 'ignored' };
