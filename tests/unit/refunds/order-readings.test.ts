import { describe, expect, test } from 'vitest';
import { readStripePayment } from '@/lib/refunds/orders/read-stripe-payment';
import { readWoocommerceOrder } from '@/lib/refunds/orders/read-woocommerce-order';
import { foreignMinor, type Reading, roundedMinor } from '@/lib/refunds/orders/reading';
import { woocommerceOrder } from '@/tests/support/order-exports';

describe('amounts as other systems write them', () => {
  test.each([
    ['24.00', 'EUR', 2400],
    ['24', 'EUR', 2400],
    ['24.5', 'EUR', 2450],
    ['399,00', 'EUR', 39_900],
    ['1,234.56', 'USD', 123_456],
    ['1.234,56', 'EUR', 123_456],
    ['2400', 'JPY', 2400],
    ['2400.00', 'JPY', 2400],
    ['1.250', 'KWD', 1250],
    ['1.25', 'KWD', 1250],
    ['1.000', 'KWD', 1000],
    ['24.5000', 'EUR', 2450],
  ])('%s %s is %d', (text, currency, minor) => {
    expect(foreignMinor(text, currency)).toBe(minor);
  });

  test.each([
    ['1.000', 'EUR'],
    ['1,000', 'JPY'],
    ['2400.50', 'JPY'],
    ['24.005', 'EUR'],
    ['-24.00', 'EUR'],
    ['€24', 'EUR'],
    ['1e3', 'EUR'],
    ['NaN', 'EUR'],
    ['', 'EUR'],
    ['24.00', 'ABC'],
    [null, 'EUR'],
  ])('%s %s is none', (text, currency) => {
    expect(foreignMinor(text, currency)).toBeNull();
  });

  test('parts that are kept more exactly than money can be paid are rounded', () => {
    const round = (text: string, currency: string) => roundedMinor(text, currency);
    expect([
      round('4.5678', 'EUR'),
      round('4.564', 'EUR'),
      round('0.5', 'JPY'),
      round('4.9995', 'EUR'),
    ]).toEqual([457, 456, 1, 500]);
  });
});

function toldOf(reading: Reading) {
  if (!reading.ok) throw new Error(reading.reason);
  return reading.told;
}

describe('a payment of Stripe', () => {
  const row = {
    ID: 'ch_1',
    'Created date (UTC)': '2026-06-05 20:38:34',
    Amount: '3125.00',
    Currency: 'usd',
    Status: 'Paid',
    'Customer Email': 'a@example.com',
  };

  test('is known by its intent, its order by the number the shop gave it', () => {
    const numbered = (more: object) => toldOf(readStripePayment({ ...row, ...more })).input.number;
    expect(numbered({})).toBe('ch_1');
    expect(numbered({ Description: 'Order #TP-1040 of Ana' })).toBe('TP-1040');
    expect(numbered({ Description: 'Your order is here' })).toBe('ch_1');
    expect(numbered({ 'Invoice Number': 'INV-7', Description: 'Order 9' })).toBe('INV-7');
    expect(numbered({ 'order_id (metadata)': '55', 'Invoice Number': 'INV-7' })).toBe('55');
    const told = toldOf(readStripePayment({ ...row, 'PaymentIntent ID': 'pi_1' }));
    expect(told).toMatchObject({
      input: { externalId: 'stripe:pi_1', paymentRef: 'pi_1', paidAt: '2026-06-05T20:38:34Z' },
      paymentNames: ['pi_1', 'ch_1'],
    });
  });

  test('says how it was paid, with the zeros that a spreadsheet took off', () => {
    const paid = (more: object) => toldOf(readStripePayment({ ...row, ...more })).input;
    expect(paid({ 'Card Brand': 'Visa', 'Card Last4': '42' })).toMatchObject({
      methodLabel: 'Visa •••• 0042',
      methodKind: 'card',
    });
    expect(paid({ 'Payment Source Type': 'sepa_debit' })).toMatchObject({
      methodLabel: 'sepa debit',
      methodKind: 'bank',
    });
  });

  test.each([
    ['won', 'won'],
    ['lost', 'lost'],
    ['needs_response', 'open'],
    ['under_review', 'open'],
    ['warning_closed', 'won'],
    ['charge_refunded', 'won'],
    ['appeal_under_review', 'lost'],
    ['warning_under_review', 'open'],
  ])('with a dispute that is %s is %s', (status, state) => {
    const told = toldOf(readStripePayment({ ...row, 'Dispute Status': status, 'Disputed Amount': '100.00' }));
    expect(told.disputes).toMatchObject([{ state, amountMinor: 10_000 }]);
  });
});

describe('an order of WooCommerce', () => {
  const order = { ...woocommerceOrder(4), currency: 'EUR' };

  test('is in the books of its gateway, or paid back by hand', () => {
    const payment = (more: object) => {
      const { input, paymentNames } = toldOf(readWoocommerceOrder({ ...order, meta_data: [], ...more }));
      return [input.provider, ...paymentNames];
    };
    const meta_data = [{ id: 1, key: '_stripe_intent_id', value: 'pi_1' }];
    expect(payment({ payment_method: 'stripe', transaction_id: 'ch_1' })).toEqual(['stripe', 'ch_1']);
    expect(payment({ payment_method: 'stripe', transaction_id: 'ch_1', meta_data })).toEqual([
      'stripe',
      'pi_1',
      'ch_1',
    ]);
    expect(payment({ payment_method: 'ppcp-gateway', transaction_id: '8AB' })).toEqual(['paypal', '8AB']);
    for (const payment_method of ['bacs', 'cod', 'woocommerce_payments', 'mollie_wc_gateway_ideal', '']) {
      expect(payment({ payment_method, transaction_id: 'x' })).toEqual(['manual']);
    }
    expect(payment({ payment_method: 'stripe', transaction_id: '' })).toEqual(['manual']);
  });

  test('has lines with what was paid for them, and what nobody has paid is not captured', () => {
    const lines = [
      { name: 'Candle', quantity: 2, total: '20.00', total_tax: '3.80' },
      { name: 'Rope', quantity: 1.5, total: '9.00', total_tax: '' },
    ];
    const told = toldOf(
      readWoocommerceOrder({
        ...order,
        total: '40.00',
        line_items: lines,
        fee_lines: [{ name: 'Gift wrap', total: '2.00', total_tax: '0.38' }],
        shipping_total: '4.00',
        shipping_tax: '0.76',
      }),
    );
    expect(told.input).toMatchObject({
      shippingMinor: 476,
      items: [
        { name: 'Candle', quantity: 2, unitMinor: 1190 },
        { name: '1.5 × Rope', quantity: 1, unitMinor: 900 },
        { name: 'Gift wrap', quantity: 1, unitMinor: 238 },
      ],
    });
    const unpaid = readWoocommerceOrder({ ...order, status: 'pending', date_paid_gmt: null });
    expect(toldOf(unpaid).input.capturedMinor).toBe(0);
    expect(readWoocommerceOrder({ ...order, status: 'trash' })).toMatchObject({ ok: false });
  });
});
