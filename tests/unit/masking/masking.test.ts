import { describe, expect, test } from 'vitest';
import { findPrivate } from '@/lib/masking/find-private';
import { maskMoney, maskPrivate } from '@/lib/masking/mask-text';
import { cpuMs } from '../../support/cpu-time';

/** Text → what is hidden in it, in order. */
const HIDDEN: [string, string[]][] = [
  ['Write to ana@example.com please', ['ana@example.com']],
  ['(ana.b+shop@mail.example.co.uk)', ['ana.b+shop@mail.example.co.uk']],
  ['mailto:ana@example.com', ['ana@example.com']],
  ['Ana <ana@example.com>, Bo <bo@example.org>', ['ana@example.com', 'bo@example.org']],
  ['jürgen@müller.example', ['jürgen@müller.example']],
  ["o'hara@example.com.", ["o'hara@example.com"]],
  ['ANA_B@EXAMPLE.COM', ['ANA_B@EXAMPLE.COM']],
  ['https://example.com/?mail=ana@example.com', ['ana@example.com']],
  ['+49 30 1234567', ['+49 30 1234567']],
  ['+49 (0)30 123 45 67 is mine', ['+49 (0)30 123 45 67']],
  ['+1-555-123-4567', ['+1-555-123-4567']],
  ['+447911123456', ['+447911123456']],
  ['(+33) 6 12 34 56 78', ['(+33) 6 12 34 56 78']],
  ['0049 171 1234567', ['0049 171 1234567']],
  ['030 1234567', ['030 1234567']],
  ['0171/1234567', ['0171/1234567']],
  ['0171-123 45 67', ['0171-123 45 67']],
  ['01711234567', ['01711234567']],
  ['(030) 1234567', ['(030) 1234567']],
  ['06 12 34 56 78', ['06 12 34 56 78']],
  ['020 7946 0958', ['020 7946 0958']],
  ['555-123-4567', ['555-123-4567']],
  ['(555) 123-4567', ['(555) 123-4567']],
  ['555.123.4567', ['555.123.4567']],
  ['1 555 123 4567', ['1 555 123 4567']],
  ['Tel: 1234567', ['1234567']],
  ['call me on 81234567', ['81234567']],
  ['WhatsApp 9876543210', ['9876543210']],
  ['Telefonnummer: 12 34 56', []],
  ['Telefon: 12 34 56', ['12 34 56']],
  ['4111 1111 1111 1111', ['4111 1111 1111 1111']],
  ['4111111111111111', ['4111111111111111']],
  ['4111-1111-1111-1111 exp 05/27', ['4111-1111-1111-1111']],
  ['4111.1111.1111.1111', ['4111.1111.1111.1111']],
  ['4111_1111_1111_1111', ['4111_1111_1111_1111']],
  ['4111/1111/1111/1111', ['4111/1111/1111/1111']],
  ['4111 - 1111 - 1111 - 1111', ['4111 - 1111 - 1111 - 1111']],
  ['5555555555554444', ['5555555555554444']],
  ['2223003122003222', ['2223003122003222']],
  ['3782 822463 10005', ['3782 822463 10005']],
  ['6011 1111 1111 1117', ['6011 1111 1111 1117']],
  ['4222222222222', ['4222222222222']],
  ['6304 0000 0000 0000', ['6304 0000 0000 0000']],
  ['paid 2 times with 4111 1111 1111 1111 05 27', ['4111 1111 1111 1111']],
  ['https://pay.example/4111111111111111', ['4111111111111111']],
  ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1']],
  ['DE89 3704 0044 0532 0130 00', ['DE89 3704 0044 0532 0130 00']],
  ['DE89370400440532013000', ['DE89370400440532013000']],
  ['de89370400440532013000 please', ['de89370400440532013000']],
  ['IBAN: GB29 NWBK 6016 1331 9268 19, thanks', ['GB29 NWBK 6016 1331 9268 19']],
  ['FR14 2004 1010 0505 0001 3M02 606', ['FR14 2004 1010 0505 0001 3M02 606']],
  ['NO93 8601 1117 947', ['NO93 8601 1117 947']],
  ['CH93-0076-2011-6238-5295-7', ['CH93-0076-2011-6238-5295-7']],
  ['my order 1042 is late', ['1042']],
  ['order #1042.', ['#1042']],
  ['AB-77/19 came broken', ['AB-77/19']],
  ['ab7719', ['ab7719']],
];

/** None of these is anybody's secret. */
const PUBLIC = [
  'It costs €1,299.00',
  'paid 1.299,00 EUR',
  '$10.50 each',
  '1042 € in all',
  '1042.00 EUR',
  'on 24.11.2026',
  'on 2026-11-24',
  'at 2026-11-24 10:30:15',
  '01.12.2026 10 to 12',
  'between 11/24/2026 and 12/24/2026',
  'from 2019 to 2026',
  'version 1.2.3',
  'version 10.15.7.1234',
  'firmware 2026.11.24.1',
  'SKU 4411-2207',
  'article LX-300-45-12',
  'EAN 4006381333931',
  'ISBN 978-3-16-148410-0',
  'tracking 1Z999AA10123456784',
  'tracking 00340434161094021501',
  'tracking 420221539101026837331000039521',
  'parcel 4111111111111112',
  '192.168.178.1',
  '255.255.255.0',
  '10 x 20 x 30 cm',
  '220-240 V, 50/60 Hz',
  '1920x1080',
  '0.123456789',
  '3.14159265358979',
  'model 5000 with 16 GB',
  '1 000 000 hours',
  '100 200 300 400',
  'room 101, floor 3',
  'a@b',
  '@ana said so',
  'ana at example dot com',
  'DE89 3704 0044 0532 0130 01',
  'US12 3456 7890 1234 5678',
  'order 10421 of somebody',
  'A1042B',
  'https://example.com/item/0171123456789',
  '![a lamp](/uploads/01711234567.webp)',
  'error 0x80070005',
  '5 of 7, 3 of 4',
  '9-16-2026',
];

describe('what is hidden', () => {
  test.each(HIDDEN)('%s', (text, hidden) => {
    expect(maskPrivate(text, ['1042', 'AB7719']).hidden).toEqual(hidden);
  });
});

describe('what is not', () => {
  test.each(PUBLIC)('%s', (text) => {
    expect(maskPrivate(text, ['1042', 'AB7719'])).toEqual({ text, hidden: [] });
  });
});

test('the words around stay, and what was hidden is named', () => {
  expect(
    maskPrivate('Ana (ana@example.com, +49 30 1234567) ordered 1042 with 4111 1111 1111 1111.', ['1042'])
      .text,
  ).toBe(
    'Ana ([e-mail hidden], [phone number hidden]) ordered [order number hidden] with [card number hidden].',
  );
});

test('a text that was masked has nothing left to hide', () => {
  for (const [text] of HIDDEN) {
    const { text: once } = maskPrivate(text, ['1042', 'AB7719']);
    expect(maskPrivate(once, ['1042', 'AB7719'])).toEqual({ text: once, hidden: [] });
  }
});

test('who means it to be public may show an address, but neither a card nor an account', () => {
  expect(
    maskMoney('ana@example.com, +49 30 1234567, 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00').text,
  ).toBe('ana@example.com, +49 30 1234567, [card number hidden], [account number hidden]');
});

test('thirty thousand hostile characters take less than 50 ms', () => {
  const endless = (piece: string) => piece.repeat(Math.ceil(30_000 / piece.length)).slice(0, 30_000);
  for (const piece of [
    '1',
    '1 ',
    '4111 ',
    'a',
    'a.',
    'a@',
    'a@a.',
    'DE89 ',
    'DE89',
    '+',
    '+1',
    '(',
    'http://',
    '1-',
    '01.12.2026 ',
    'tel ',
    ' ',
    '1.1.11',
    '#1',
  ]) {
    const text = endless(piece);
    findPrivate(text, ['1042']);
    // The best of three: the others may have paid for something else in this process.
    const times = [1, 2, 3].map(() => {
      const began = cpuMs();
      findPrivate(text, ['1042']);
      return cpuMs() - began;
    });
    expect(Math.min(...times), JSON.stringify(piece)).toBeLessThan(50);
  }
});
