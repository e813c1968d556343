import { createHmac } from 'node:crypto';

export const WOOCOMMERCE_SECRET = 'ck_a_secret_of_the_shop_woo';
export const SHOPIFY_SECRET = 'shpss_a_secret_of_the_shop';
export const STRIPE_SECRET = 'whsec_a_secret_of_the_payments';
export const STRIPE_KEY = 'sk_test_a_key_of_the_payments';

export function signShop(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export function signStripe(body: string, secret = STRIPE_SECRET, at = new Date()): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

/** An order as Shopify's messages have it. */
export function shopifyOrder(id: number, more: object = {}) {
  const both = (amount: string) => ({
    shop_money: { amount, currency_code: 'EUR' },
    presentment_money: { amount, currency_code: 'EUR' },
  });
  return {
    id,
    name: `#${1000 + id}`,
    email: `shopify${id}@example.com`,
    currency: 'EUR',
    presentment_currency: 'EUR',
    total_price: '54.70',
    total_price_set: both('54.70'),
    total_tax: '8.73',
    total_tax_set: both('8.73'),
    total_shipping_price_set: both('4.90'),
    taxes_included: true,
    financial_status: 'paid',
    payment_gateway_names: ['shopify_payments'],
    processed_at: '2026-11-20T11:00:00+01:00',
    updated_at: '2026-11-20T11:00:05+01:00',
    billing_address: { country_code: 'DE' },
    line_items: [
      {
        name: 'Candle - large',
        title: 'Candle',
        quantity: 2,
        price: '27.40',
        price_set: both('27.40'),
        discount_allocations: [{ amount: '5.00', amount_set: both('5.00') }],
        tax_lines: [{ price: '7.95', price_set: both('7.95') }],
      },
    ],
    refunds: [],
    ...more,
  };
}

/** A checkout session as an event of Stripe has it. */
export function sessionEvent(id: string, more: object = {}) {
  return {
    id: `evt_${id}_session`,
    object: 'event',
    type: 'checkout.session.completed',
    created: 1_795_255_200,
    livemode: false,
    data: {
      object: {
        object: 'checkout.session',
        id: `cs_${id}`,
        payment_intent: `pi_${id}`,
        payment_status: 'paid',
        amount_total: 5470,
        currency: 'eur',
        created: 1_795_255_100,
        client_reference_id: null,
        customer_email: null,
        customer_details: { email: `Stripe${id}@Example.com`, address: { country: 'NL' } },
        total_details: { amount_tax: 873, amount_shipping: 490, amount_discount: 0 },
        metadata: { order_number: `TP-${id}` },
        ...more,
      },
    },
  };
}

/** A payment as an event of Stripe has it. */
export function intentEvent(id: string, more: object = {}) {
  return {
    id: `evt_${id}_intent`,
    object: 'event',
    type: 'payment_intent.succeeded',
    created: 1_795_255_201,
    livemode: false,
    data: {
      object: {
        object: 'payment_intent',
        id: `pi_${id}`,
        amount: 5470,
        amount_received: 5470,
        currency: 'eur',
        created: 1_795_255_100,
        description: 'Two candles',
        receipt_email: `Stripe${id}@Example.com`,
        latest_charge: `ch_${id}`,
        shipping: null,
        metadata: {},
        ...more,
      },
    },
  };
}
