import { expect, test } from 'vitest';
import { fromPaypalAmount, toPaypalAmount } from '@/lib/refunds/providers/paypal-amounts';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';
import { fromStripeAmount, toStripeAmount } from '@/lib/refunds/providers/stripe-amounts';

test.each([
  ['EUR', 2400, 2400],
  ['JPY', 2400, 2400],
  ['KWD', 24_500, 24_500],
  ['ISK', 2400, 240_000],
  ['UGX', 5, 500],
  ['MGA', 1000, 10],
])('Stripe counts %s %i as %i, and back', (currency, ours, theirs) => {
  expect(toStripeAmount(ours, currency)).toBe(theirs);
  expect(fromStripeAmount(theirs, currency)).toBe(ours);
});

test.each([
  ['KWD', 24_505],
  ['MGA', 1001],
])('what Stripe cannot pay is refused before it is sent: %s %i', (currency, ours) => {
  expect(() => toStripeAmount(ours, currency)).toThrow(ProviderRefusal);
});

test.each([
  ['EUR', 2400, '24.00'],
  ['EUR', 7, '0.07'],
  ['JPY', 2400, '2400'],
  ['HUF', 240_000, '2400'],
])('PayPal writes %s %i as %s, and back', (currency, amountMinor, value) => {
  expect(toPaypalAmount({ amountMinor, currency })).toEqual({ value, currency_code: currency });
  expect(fromPaypalAmount({ value, currency_code: currency })).toEqual({ amountMinor, currency });
});

test('what PayPal cannot pay is refused, and what it writes strangely is not guessed', () => {
  expect(() => toPaypalAmount({ amountMinor: 240_001, currency: 'HUF' })).toThrow(ProviderRefusal);
  expect(fromPaypalAmount({ value: '-24.00', currency_code: 'EUR' }).amountMinor).toBe(2400);
  expect(() => fromPaypalAmount({ value: '1,000.00', currency_code: 'EUR' })).toThrow('cannot be read');
});
