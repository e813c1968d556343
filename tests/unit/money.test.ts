import { describe, expect, test } from 'vitest';
import {
  currencyCode,
  decimalString,
  formatMoney,
  minorDigits,
  parseDecimalToMinor,
  parseMinor,
} from '@/lib/money';

const plain = (text: string): string => text.replace(/\u00A0|\u202F/g, ' ');

describe('money', () => {
  test.each([
    [2400, 'EUR', '€24.00'],
    [2400, 'JPY', '¥2,400'],
    [1250, 'KWD', 'KWD 1.250'],
    [5, 'USD', '$0.05'],
    [-150, 'GBP', '-£1.50'],
    [0, 'EUR', '€0.00'],
    [250_050, 'HUF', 'HUF 2,500.50'],
    [Number.MAX_SAFE_INTEGER, 'EUR', '€90,071,992,547,409.91'],
  ])('%d %s reads %s', (amountMinor, currency, words) => {
    expect(plain(formatMoney({ amountMinor, currency }))).toBe(words);
  });

  test('reads as the reader writes', () => {
    expect(plain(formatMoney({ amountMinor: 123456, currency: 'EUR' }, 'de'))).toBe('1.234,56 €');
  });

  test('what is no amount is not printed', () => {
    expect(() => formatMoney({ amountMinor: 1.5, currency: 'EUR' })).toThrow();
    expect(() => formatMoney({ amountMinor: Number.NaN, currency: 'EUR' })).toThrow();
    expect(() => formatMoney({ amountMinor: 1, currency: 'ABC' })).toThrow();
  });

  test('plain decimals for files', () => {
    expect(decimalString({ amountMinor: 2405, currency: 'EUR' })).toBe('24.05');
    expect(decimalString({ amountMinor: 5, currency: 'KWD' })).toBe('0.005');
    expect(decimalString({ amountMinor: -5, currency: 'EUR' })).toBe('-0.05');
    expect(decimalString({ amountMinor: 7, currency: 'JPY' })).toBe('7');
    expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
  });

  test('decimals are those of ISO 4217, not how many a locale likes to show', () => {
    const digits = ['HUF', 'IDR', 'RSD', 'ISK', 'UGX', 'BHD', 'IQD'].map(minorDigits);
    expect(digits).toEqual([2, 2, 2, 0, 0, 3, 3]);
    expect(parseDecimalToMinor('2500.50', 'HUF')).toBe(250_050);
  });

  test.each([0, 1, 2400, Number.MAX_SAFE_INTEGER])('%d is an amount', (x) => {
    expect(parseMinor(x)).toBe(x);
  });

  test.each([
    -1,
    0.5,
    1e3 + 0.1,
    Number.NaN,
    2 ** 53,
    Number.POSITIVE_INFINITY,
    '1',
    '1,000',
    null,
    undefined,
    {},
    [1],
    true,
    10n,
  ])('%s is none', (x) => {
    expect(parseMinor(x)).toBeNull();
  });

  test('minus zero is zero', () => {
    expect(Object.is(parseMinor(-0), 0)).toBe(true);
  });

  test('currencies', () => {
    expect(currencyCode('EUR')).toBe('EUR');
    expect(currencyCode('usd')).toBe('USD');
    for (const x of [
      'EU',
      'EURO',
      'ABC',
      'XXX',
      'XTS',
      '€',
      '',
      ' EUR',
      'ЕUR',
      'toString',
      null,
      978,
      ['EUR'],
      undefined,
    ]) {
      expect(currencyCode(x)).toBeNull();
    }
  });

  test.each([
    ['24.00', 'EUR', 2400],
    ['24', 'EUR', 2400],
    ['24.5', 'EUR', 2450],
    ['24,50', 'EUR', 2450],
    ['24,5', 'EUR', 2450],
    ['0.01', 'EUR', 1],
    ['0', 'EUR', 0],
    [' 7.10 ', 'EUR', 710],
    ['2400', 'JPY', 2400],
    ['1.250', 'KWD', 1250],
    ['1.2', 'KWD', 1200],
    ['0.29', 'USD', 29],
    ['1.005', 'KWD', 1005],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%j %s is %d', (text, currency, minor) => {
    expect(parseDecimalToMinor(text, currency)).toBe(minor);
  });

  test.each([
    ['1,000', 'EUR'],
    ['1.000', 'EUR'],
    ['1,000', 'JPY'],
    ['1.000', 'JPY'],
    ['1,000', 'KWD'],
    ['1,5', 'KWD'],
    ['1,000.00', 'EUR'],
    ['1.000,00', 'EUR'],
    ['1 000', 'EUR'],
    ["1'000", 'EUR'],
    ['-1', 'EUR'],
    ['+1', 'EUR'],
    ['€24', 'EUR'],
    ['24 EUR', 'EUR'],
    ['1e3', 'EUR'],
    ['0x10', 'EUR'],
    ['NaN', 'EUR'],
    ['', 'EUR'],
    ['.5', 'EUR'],
    ['5.', 'EUR'],
    ['24.001', 'EUR'],
    ['24.5', 'JPY'],
    ['٢٤', 'EUR'],
    ['99999999999999999', 'EUR'],
    ['90071992547409.92', 'EUR'],
  ])('%j %s is refused', (text, currency) => {
    expect(parseDecimalToMinor(text, currency)).toBeNull();
  });

  test('what is no text is refused', () => {
    for (const x of [24, null, undefined, {}, ['24']]) expect(parseDecimalToMinor(x, 'EUR')).toBeNull();
  });
});
