import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, foldForComparison, stripInvisible } from '@/lib/text';
import { cpuMs } from '@/tests/support/cpu-time';

describe('cleanLine', () => {
  test.each([
    ['  two   words ', 'two words'],
    ['a\r\nBcc: b@example.com', 'a Bcc: b@example.com'],
    ['a\u2028b\u0085c\u000Bd\te', 'a b c d e'],
    ['a\u0000b\u0007c\u009Fd', 'abcd'],
    ['Ow\u200Bner\u202E\u2066\uFEFF', 'Owner'],
    ['\u3164\u115F\u2800\u00A0\u3000', ''],
    ['cafe\u0301', 'café'],
    ['a\uD800b', 'a\uFFFDb'],
    ['', ''],
  ])('%j becomes %j', (typed, clean) => {
    expect(cleanLine(typed)).toBe(clean);
    expect(cleanLine(clean)).toBe(clean);
  });
});

describe('cleanText', () => {
  test.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\n \n    code\n  ', '    code'],
    ['a\u0000\u001Bb', 'ab'],
    ['a\tb', 'a\tb'],
    ['\uDC00x\uD83D', '\uFFFDx\uFFFD'],
    ['😀', '😀'],
  ])('%j becomes %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
    expect(cleanText(clean)).toBe(clean);
  });

  test('clips towers of marks to four and leaves honest ones alone', () => {
    expect([...cleanText(`a${'\u0316'.repeat(10_000)}b`)]).toHaveLength(6);
    expect(cleanText('Tiếng Việt ภาษาที่นี่')).toBe('Tiếng Việt ภาษาที่นี่');
  });
});

describe('stripInvisible', () => {
  test.each([
    'می\u200Cخواهم',
    'ක්\u200Dර',
    '👩\u200D👩\u200D👧',
    '👍🏽',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '❤\uFE0F\u200D🔥',
    '1\uFE0F\u20E3',
    '葛\u{E0100}',
  ])('keeps %j whole', (text) => {
    expect(stripInvisible(text)).toBe(text);
  });

  test.each([
    ['ad\u200Dmin', 'admin'],
    ['ad\u200Cmin', 'admin'],
    ['a\uFE0F\uFE0Fb', 'ab'],
    ['می\u200C\u200C\u200Cخواهم', 'می\u200Cخواهم'],
    ['😀\u200D', '😀'],
    ['a\u{E0061}\u{E0062}', 'a'],
    ['葛\u{E0100}\u{E0101}\u{E0102}', '葛\u{E0100}'],
  ])('%j becomes %j', (typed, clean) => {
    expect(stripInvisible(typed)).toBe(clean);
  });
});

describe('foldForComparison', () => {
  test.each([
    ['café', 'CAFE\u0301'],
    ['straße', 'STRASSE'],
    ['ﬁnd', 'FIND'],
    ['ｆｕｌｌ', 'full'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδός'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['soft\u00ADhyphen', 'softhyphen'],
  ])('%j equals %j', (one, other) => {
    expect(foldForComparison(one)).toBe(foldForComparison(other));
  });

  test('letters that only look alike stay apart, and so do vowels that are no accents', () => {
    expect(foldForComparison('а')).not.toBe(foldForComparison('a'));
    expect(foldForComparison('कि')).not.toBe(foldForComparison('क'));
    expect(foldForComparison('ガ')).not.toBe(foldForComparison('カ'));
  });

  test('30,000 marks in changing order take no time', () => {
    const begin = cpuMs();
    for (const work of [cleanLine, cleanText, foldForComparison]) work('\u0301\u0323'.repeat(15_000));
    expect(cpuMs() - begin).toBeLessThan(200);
  });
});
