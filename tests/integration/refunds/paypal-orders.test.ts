import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { takeInPaymentMessage } from '@/lib/refunds/orders/take-in-payment-message';
import { checkedSignature, paypalHeaders, WEBHOOK_ID } from '@/tests/support/paypal-signing';
import { type Answer, type Asked, providerServer } from '@/tests/support/provider-server';

let isDown = false;
const looks: string[] = [];

/** Only what a capture's message leads to: a token, the check of its signature, the checkout it belongs to. */
function answer({ path, body }: Asked): Answer {
  if (path === '/v1/oauth2/token') return { status: 200, body: { access_token: 'A21', expires_in: 32_400 } };
  if (path === '/v1/notifications/verify-webhook-signature') return checkedSignature(body);
  looks.push(path);
  if (isDown) return { status: 503, body: {} };
  if (path !== '/v2/checkout/orders/5O190127TN364715T') return { status: 404, body: {} };
  const amount = (value: string) => ({ value, currency_code: 'EUR' });
  return {
    status: 200,
    body: {
      payer: { email_address: 'Payer@Example.com', address: { country_code: 'IT' } },
      purchase_units: [
        {
          items: [{ name: 'Candle', quantity: '2', unit_amount: amount('25.00') }],
          amount: { ...amount('60.00'), breakdown: { shipping: amount('5.00'), tax_total: amount('5.00') } },
        },
      ],
    },
  };
}

const server = providerServer(answer);
beforeAll(async () => {
  Object.assign(process.env, {
    PAYPAL_CLIENT_ID: 'theclientofthetests',
    PAYPAL_CLIENT_SECRET: 'thesecretofthetests',
    PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
    PAYPAL_API_BASE: await server.start(),
  });
  forgetConfig();
});
afterAll(() => server.stop());

function capture(id: string, more: object = {}, order = '5O190127TN364715T') {
  return JSON.stringify({
    id: `WH-${id}`,
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: {
      id,
      status: 'COMPLETED',
      amount: { value: '60.00', currency_code: 'EUR' },
      invoice_id: `TP-${id}`,
      create_time: '2026-11-20T10:00:00Z',
      supplementary_data: { related_ids: { order_id: order } },
      ...more,
    },
  });
}

function send(body: string, headers = paypalHeaders(body)) {
  return takeInPaymentMessage('paypal', body, headers);
}

test('a capture becomes an order with what its checkout says, once', async () => {
  expect(await send(capture('CAP1'))).toEqual({ ok: true, effect: 'applied' });
  expect(await send(capture('CAP1'))).toEqual({ ok: true, effect: 'repeated' });
  const orders = await db.order.findMany({ include: { items: true } });
  expect(orders).toMatchObject([
    {
      externalId: 'paypal:CAP1',
      number: 'TP-CAP1',
      email: 'payer@example.com',
      totalMinor: 6000,
      taxMinor: 500,
      shippingMinor: 500,
      country: 'IT',
      methodKind: 'paypal',
      provider: 'paypal',
      paymentRef: 'CAP1',
      items: [{ name: 'Candle', quantity: 2, unitMinor: 2500 }],
    },
  ]);
});

test('what nobody signed, names no checkout that is known, or is no capture, makes no order', async () => {
  const before = await db.order.count();
  looks.length = 0;
  const forged = capture('CAP2');
  expect(await send(forged, paypalHeaders(`${forged} `))).toEqual({ ok: false, reason: 'bad-signature' });
  expect(looks).toEqual([]);
  expect(await send(capture('CAP3', {}, 'UNKNOWN'))).toEqual({ ok: true, effect: 'ignored' });
  expect(await send(capture('CAP4', {}, '../../v1/reporting/transactions'))).toMatchObject({ ok: true });
  expect(looks).toEqual(['/v2/checkout/orders/UNKNOWN']);
  const other = capture('CAP5').replace('CAPTURE.COMPLETED', 'CAPTURE.DENIED');
  expect(await send(other)).toEqual({ ok: true, effect: 'ignored' });
  expect(await db.order.count()).toBe(before);
});

test('while PayPal cannot be asked the message is sent again, and then it is taken in', async () => {
  isDown = true;
  expect(await send(capture('CAP6'))).toEqual({ ok: false, reason: 'provider-unreachable' });
  isDown = false;
  expect(await send(capture('CAP6'))).toEqual({ ok: true, effect: 'applied' });
  expect(await db.order.count({ where: { paymentRef: 'CAP6' } })).toBe(1);
});
