import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { MESSAGE_MAX } from '@/lib/refunds/orders/schema';
import { takeInOrderMessage } from '@/lib/refunds/orders/take-in-order-message';
import { takeInPaymentMessage } from '@/lib/refunds/orders/take-in-payment-message';
import { mostBytes } from '@/lib/web/file-doors';
import { webhookRoute } from '@/lib/web/webhook-route';
import {
  intentEvent,
  SHOPIFY_SECRET,
  STRIPE_SECRET,
  sessionEvent,
  shopifyOrder,
  signShop,
  signStripe,
  WOOCOMMERCE_SECRET,
} from '@/tests/support/order-messages';
import {
  applied,
  everything,
  ignored,
  orderOf,
  shopify,
  stripe,
  useMessageSecrets,
  woocommerce,
  wooOrder,
} from './message-till';
import { expectSoundBooks, passTime, startClock } from './till';

beforeEach(() => {
  useMessageSecrets();
  startClock();
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

describe('a message about an order', () => {
  it('of WooCommerce makes the order, changes it, and tells of refunds that were made by hand', async () => {
    expect(await woocommerce(wooOrder(1), 'order.created')).toEqual(applied);
    expect(await orderOf('woocommerce:1')).toMatchObject({ totalMinor: 6000, provider: 'manual' });
    const refunded = wooOrder(1, {
      date_modified_gmt: '2026-11-20T10:05:00',
      refunds: [{ id: 71, reason: 'broken', total: '-10.00' }],
    });
    expect(await woocommerce(refunded)).toEqual(applied);
    expect(await orderOf('woocommerce:1')).toMatchObject({
      refunds: [{ amountMinor: 1000, state: 'succeeded', requestedVia: 'provider', reason: 'broken' }],
    });
    expect(await db.mail.count()).toBe(0);
  });

  it('of Shopify makes the order as its buyer paid it', async () => {
    expect(await shopify(shopifyOrder(1))).toEqual(applied);
    expect(await orderOf('shopify:1')).toMatchObject({
      number: '#1001',
      numberKey: '1001',
      email: 'shopify1@example.com',
      totalMinor: 5470,
      taxMinor: 873,
      shippingMinor: 490,
      capturedMinor: 5470,
      country: 'DE',
      methodKind: 'card',
      provider: 'manual',
      items: [{ name: 'Candle - large', quantity: 2, unitMinor: 2490 }],
    });
    const inYen = shopifyOrder(2, {
      presentment_currency: 'JPY',
      total_price_set: { presentment_money: { amount: '8900', currency_code: 'JPY' } },
    });
    expect(await shopify(inYen)).toEqual(applied);
    expect(await orderOf('shopify:2')).toMatchObject({ totalMinor: 8900, currency: 'JPY' });
  });

  it('of Stripe makes one order of a checkout and its payment, whichever comes first', async () => {
    expect(await stripe(sessionEvent('a'))).toEqual(applied);
    expect(await stripe(intentEvent('a'))).toEqual(applied);
    expect(await stripe(intentEvent('b'))).toEqual(applied);
    expect(await stripe(sessionEvent('b'))).toEqual(applied);
    for (const id of ['a', 'b']) {
      expect(await orderOf(`stripe:pi_${id}`)).toMatchObject({
        number: `TP-${id}`,
        email: `stripe${id}@example.com`,
        totalMinor: 5470,
        taxMinor: 873,
        shippingMinor: 490,
        country: 'NL',
        provider: 'stripe',
        paymentRef: `pi_${id}`,
        items: [{ name: 'Two candles' }],
      });
    }
    expect(await db.order.count({ where: { externalId: { startsWith: 'stripe:' } } })).toBe(2);
  });

  it('is one order when shop and payment provider tell of it at the same moment', async () => {
    for (let n = 1; n <= 10; n += 1) {
      const order = wooOrder(200 + n, { payment_method: 'stripe', transaction_id: `pi_same${n}` });
      await Promise.all([
        stripe(intentEvent(`same${n}`)),
        woocommerce(order),
        stripe(sessionEvent(`same${n}`)),
      ]);
      const orders = await db.order.findMany({ where: { paymentRef: `pi_same${n}` } });
      expect(orders.map(({ externalId }) => externalId)).toEqual([`woocommerce:${200 + n}`]);
    }
  });

  it('changes nothing when nothing was paid, nobody is named, or it is about something else', async () => {
    const before = await everything();
    const messages = [
      stripe(sessionEvent('u', { payment_status: 'unpaid' })),
      stripe(intentEvent('u', { receipt_email: null })),
      stripe({ ...intentEvent('u2'), type: 'payment_intent.created' }),
      stripe({ ...intentEvent('u3'), livemode: true }),
      stripe({ ...intentEvent('u4'), account: 'acct_of_another' }),
      woocommerce({ id: 5 }, 'order.deleted'),
      woocommerce(wooOrder(5), 'product.updated'),
      woocommerce([]),
      shopify(shopifyOrder(5), 'products/update'),
      shopify({ id: 5 }),
    ];
    for (const outcome of await Promise.all(messages)) expect(outcome).toEqual(ignored);
    expect(await everything()).toEqual(before);
  });
});

describe('R14, R15, R17: a message that is not what it seems', () => {
  it('is refused when it is forged in any way, and nothing changes', async () => {
    const before = await everything();
    const order = wooOrder(50);
    const body = JSON.stringify(order);
    const right = signShop(body, WOOCOMMERCE_SECRET);
    const refused = { ok: false, reason: 'bad-signature' };
    const headers = [
      undefined,
      '',
      right.slice(1),
      `${right} `,
      right.toLowerCase(),
      Buffer.from(right, 'base64').toString('hex'),
      signShop(body, SHOPIFY_SECRET),
      signShop(`${body} `, WOOCOMMERCE_SECRET),
      'x'.repeat(5000),
    ];
    for (const header of headers) {
      const sent = takeInOrderMessage('woocommerce', body, {
        'x-wc-webhook-topic': 'order.created',
        'x-wc-webhook-signature': header,
      });
      expect(await sent).toEqual(refused);
    }
    expect(await takeInOrderMessage('shopify', body, { 'x-shopify-hmac-sha256': right })).toEqual(refused);
    const event = JSON.stringify(intentEvent('f'));
    const t = Math.floor(Date.now() / 1000);
    for (const header of [
      '',
      `t=${t}`,
      signStripe(event, 'whsec_of_another_endpoint'),
      signStripe(event).replace('v1=', 'v0='),
      signStripe(event).replace(`t=${t}`, `t=${t + 1}`),
      signStripe(`${event} `),
      signStripe(event, STRIPE_SECRET, new Date(Date.now() - 5 * MINUTE - SECOND)),
      signStripe(event, STRIPE_SECRET, new Date(Date.now() + 5 * MINUTE + 2 * SECOND)),
    ]) {
      expect(await takeInPaymentMessage('stripe', event, { 'stripe-signature': header })).toEqual(refused);
    }
    expect(await everything()).toEqual(before);
  });

  it('is taken in once, however often and under whatever name it comes again', async () => {
    const order = wooOrder(60);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => woocommerce(order)));
    expect(outcomes.filter((outcome) => outcome.ok && outcome.effect === 'applied')).toHaveLength(1);
    const body = JSON.stringify(order);
    const again = await takeInOrderMessage('woocommerce', body, {
      'x-wc-webhook-topic': 'order.created',
      'x-wc-webhook-delivery-id': 'another',
      'x-wc-webhook-signature': signShop(body, WOOCOMMERCE_SECRET),
    });
    expect(again).toEqual({ ok: true, effect: 'repeated' });
    const event = intentEvent('r');
    expect(await stripe(event)).toEqual(applied);
    passTime(MINUTE);
    expect(await stripe(event)).toEqual({ ok: true, effect: 'repeated' });
  });

  it('does not undo what came later, in whatever order messages arrive', async () => {
    const at = (minute: number, email: string) =>
      wooOrder(61, {
        date_modified_gmt: `2026-11-20T10:0${minute}:00`,
        billing: { email, country: 'AT' },
      });
    expect(await woocommerce(at(5, 'newest@example.com'))).toEqual(applied);
    expect(await woocommerce(at(1, 'oldest@example.com'))).toEqual(ignored);
    expect(await woocommerce(at(3, 'older@example.com'))).toEqual(ignored);
    expect(await orderOf('woocommerce:61')).toMatchObject({ email: 'newest@example.com' });
  });

  it('is read at the door up to 1 MB, answers no 5xx, and is not taken in without a secret', async () => {
    const post = webhookRoute(takeInOrderMessage, MESSAGE_MAX);
    const ask = async (body: BodyInit, provider: string, headers: Record<string, string> = {}) => {
      const request = new Request('http://localhost/api/v1/webhooks/orders/x', {
        method: 'POST',
        body,
        headers,
      });
      return (await post(request, { params: Promise.resolve({ provider }) })).status;
    };
    const large = JSON.stringify(wooOrder(70, { customer_note: 'x'.repeat(400 * 1024) }));
    const signed = {
      'x-wc-webhook-signature': signShop(large, WOOCOMMERCE_SECRET),
      'x-wc-webhook-topic': 'order.created',
    };
    expect(await ask(large, 'woocommerce', signed)).toBe(200);
    expect(await orderOf('woocommerce:70')).not.toBeNull();
    expect(await ask('x'.repeat(MESSAGE_MAX + 1), 'woocommerce')).toBe(413);
    expect(mostBytes('/api/v1/webhooks/orders/woocommerce')).toBe(MESSAGE_MAX);
    expect(await ask(new Uint8Array([0xff, 0xfe]), 'shopify')).toBe(400);
    expect(await ask('', 'shopify')).toBe(400);
    const broken = '{"id":';
    expect(await ask(broken, 'shopify', { 'x-shopify-hmac-sha256': signShop(broken, SHOPIFY_SECRET) })).toBe(
      200,
    );
    for (const name of ['stripe', 'paypal', '__proto__', 'constructor', ''])
      expect(await ask('{}', name)).toBe(404);
    // WooCommerce tries the address when a webhook is saved.
    expect(await ask('webhook_id=12', 'woocommerce')).toBe(200);
    process.env.WOOCOMMERCE_WEBHOOK_SECRET = '';
    forgetConfig();
    expect(await ask(large, 'woocommerce', signed)).toBe(404);
    expect(await ask('webhook_id=12', 'woocommerce')).toBe(404);
  });
});
