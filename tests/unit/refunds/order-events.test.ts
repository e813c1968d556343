import { describe, expect, test } from 'vitest';
import { orderFromPaypalEvent } from '@/lib/refunds/orders/read-paypal-event';
import { orderFromStripeEvent } from '@/lib/refunds/orders/read-stripe-event';
import { minorOfStripe } from '@/lib/refunds/orders/stripe-amount';
import { intentEvent, sessionEvent } from '@/tests/support/order-messages';

test('amounts of Stripe are in the decimals of ISO 4217, but for three currencies', () => {
  const cases: [number, string, number | null][] = [
    [5470, 'eur', 5470],
    [5470, 'jpy', 5470],
    [12_340, 'kwd', 12_340],
    [25_000, 'huf', 25_000],
    [50_000, 'isk', 500],
    [700, 'ugx', 7],
    [7, 'mga', 700],
    [-1, 'eur', null],
    [0.5, 'eur', null],
    [1, 'abc', null],
  ];
  for (const [amount, currency, minor] of cases) {
    expect(minorOfStripe(amount, currency), `${amount} ${currency}`).toBe(minor);
  }
});

test('an event of Stripe tells of an order when something was paid', () => {
  expect(orderFromStripeEvent(sessionEvent('x'))).toMatchObject({
    ok: true,
    told: {
      input: { externalId: 'stripe:pi_x', number: 'TP-x', taxMinor: 873, shippingMinor: 490 },
      byPayment: true,
    },
  });
  const expanded = intentEvent('x', {
    receipt_email: null,
    latest_charge: { id: 'ch_x', billing_details: { email: 'x@example.com', address: { country: 'FR' } } },
  });
  expect(orderFromStripeEvent(expanded)).toMatchObject({
    ok: true,
    told: { input: { email: 'x@example.com', country: 'FR' }, paymentNames: ['pi_x', 'ch_x'] },
  });
  expect(orderFromStripeEvent(sessionEvent('x', { payment_status: 'unpaid' }))).toMatchObject({ ok: false });
  expect(orderFromStripeEvent({ ...sessionEvent('x'), type: 'charge.refunded' })).toBeNull();
  expect(orderFromStripeEvent('words')).toBeNull();
});

describe('a capture of PayPal', () => {
  const event = {
    id: 'WH-1',
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: {
      id: '2GG279541U471931P',
      status: 'COMPLETED',
      amount: { value: '60.00', currency_code: 'EUR' },
      invoice_id: 'TP-1040',
      create_time: '2026-11-20T10:00:00Z',
      supplementary_data: { related_ids: { order_id: '5O190127TN364715T' } },
    },
  };
  const unit = {
    items: [{ name: 'Candle', quantity: '2', unit_amount: { value: '25.00', currency_code: 'EUR' } }],
    amount: {
      breakdown: {
        shipping: { value: '5.00', currency_code: 'EUR' },
        tax_total: { value: '5.00', currency_code: 'EUR' },
      },
    },
  };
  const payer = { email_address: 'Payer@Example.com', address: { country_code: 'IT' } };

  test('tells of an order together with the checkout that it belongs to', () => {
    expect(orderFromPaypalEvent(event, { payer, purchase_units: [unit] })).toMatchObject({
      ok: true,
      told: {
        input: {
          externalId: 'paypal:2GG279541U471931P',
          number: 'TP-1040',
          totalMinor: 6000,
          taxMinor: 500,
          shippingMinor: 500,
          country: 'IT',
          methodKind: 'paypal',
          items: [{ name: 'Candle', quantity: 2, unitMinor: 2500 }],
        },
        byPayment: true,
      },
    });
  });

  test('says nothing of its buyer, and of which part of several it paid', () => {
    expect(orderFromPaypalEvent(event, null)).toMatchObject({ ok: false });
    const several = orderFromPaypalEvent(event, { payer, purchase_units: [unit, unit] });
    expect(several).toMatchObject({ ok: true, told: { input: { items: [], shippingMinor: 0 } } });
    expect(orderFromPaypalEvent({ ...event, event_type: 'PAYMENT.CAPTURE.DENIED' }, { payer })).toBeNull();
  });
});
