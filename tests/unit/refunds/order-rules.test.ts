import { describe, expect, test } from 'vitest';
import {
  isSameLines,
  mergeLines,
  missingRefunds,
  readSnapshot,
  snapshotOf,
  windowDaysOf,
} from '@/lib/refunds/orders/rules';
import { isCountry } from '@/lib/refunds/orders/schema';

const candle = { name: 'Candle', quantity: 2, unitMinor: 1200 };
const soap = { name: 'Soap', quantity: 1, unitMinor: 500 };
const knownCandle = { ...candle, id: 'a', refunded: 0 };
const knownSoap = { ...soap, id: 'b', refunded: 0 };

describe('lines of an order that is sent again', () => {
  test('keep their rows, in the new order, and new ones have none yet', () => {
    const merged = mergeLines([knownCandle, knownSoap], [soap, { ...candle, quantity: 3 }, soap]);
    expect(merged).toEqual([
      { ...soap, id: 'b' },
      { ...candle, quantity: 3, id: 'a' },
      { ...soap, id: null },
    ]);
    expect(isSameLines([knownCandle], mergeLines([knownCandle], [candle]))).toBe(true);
    expect(isSameLines([knownCandle, knownSoap], mergeLines([knownCandle, knownSoap], [soap, candle]))).toBe(
      false,
    );
  });

  test('stay with the pieces that refunds name, also when the shop took them away', () => {
    const refunded = { ...knownCandle, refunded: 2 };
    expect(mergeLines([refunded, knownSoap], [soap])).toEqual([
      { ...soap, id: 'b' },
      { ...candle, quantity: 2, id: 'a' },
    ]);
    expect(mergeLines([refunded], [{ ...candle, quantity: 1 }])).toEqual([{ ...candle, id: 'a' }]);
    expect(isSameLines([refunded], mergeLines([refunded], []))).toBe(true);
  });
});

describe('refunds that somebody tells of', () => {
  const told = (toldId: string | null, amountMinor: number) => ({ toldId, amountMinor });
  const none = new Set<string>();

  test('are missing as far as the sums differ', () => {
    expect(missingRefunds([told('x', 10), told('y', 20)], none, 0)).toHaveLength(2);
    expect(missingRefunds([told('x', 10), told('y', 20)], none, 30)).toEqual([]);
    expect(missingRefunds([told('x', 10), told('y', 20)], new Set(['x']), 10)).toEqual([told('y', 20)]);
    expect(missingRefunds([told(null, 60)], none, 40)).toEqual([told(null, 20)]);
    expect(missingRefunds([told('x', 10)], none, 50)).toEqual([]);
  });
});

test('a policy is read as it was written', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  expect(readSnapshot(snapshotOf(30, at))).toEqual({ windowDays: 30, recordedAt: at.toISOString() });
  expect([readSnapshot(''), readSnapshot('null'), readSnapshot('{}')]).toEqual([null, null, null]);
});

test('countries are those of ISO 3166', () => {
  expect(['DE', 'de', 'KW', 'GB'].map(isCountry)).toEqual([true, true, true, true]);
  expect(['QJ', 'D', 'DEU', '', '1A'].map(isCountry)).toEqual([false, false, false, false, false]);
});

test('the window that counts is the one of the purchase, or a kinder one of today', () => {
  const bought = (days: number) => snapshotOf(days, new Date('2026-11-21T10:00:00Z'));
  expect(windowDaysOf(bought(30), 14)).toBe(30);
  expect(windowDaysOf(bought(14), 60)).toBe(60);
  // 0 is any time, the kindest of all.
  expect(windowDaysOf(bought(14), 0)).toBe(0);
  expect(windowDaysOf(bought(0), 14)).toBe(0);
  // An order from before policies were kept.
  expect(windowDaysOf('', 14)).toBe(14);
});
