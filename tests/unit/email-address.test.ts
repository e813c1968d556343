import { describe, expect, test } from 'vitest';
import { maskEmail, parseEmail } from '@/lib/accounts/email-address';
import { cpuMs } from '@/tests/support/cpu-time';

describe('parseEmail', () => {
  test.each([
    ['ana@example.com', 'ana@example.com'],
    ['  Ana.Lee+shop@Example.COM ', 'ana.lee+shop@example.com'],
    ["o'hara_x-y@mail.example.org", "o'hara_x-y@mail.example.org"],
    ['victim＠example.com', 'victim@example.com'],
    ['ａｎａ@example.com', 'ana@example.com'],
    ['oﬃce@example.com', 'office@example.com'],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['ana@пример.рф', 'ana@xn--e1afmkfd.xn--p1ai'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%j is %j', (typed, address) => {
    expect(parseEmail(typed)).toBe(address);
    expect(parseEmail(address)).toBe(address);
  });

  test.each([
    '',
    ' ',
    '@',
    'ana',
    'ana@',
    '@example.com',
    'ana@example',
    'ana@localhost',
    'a@b@example.com',
    'a@x.example,b@y.example',
    'a@x.example;b@y.example',
    'a@x.example b@y.example',
    '"e@attacker.example"@victim.example',
    '"a b"@example.com',
    'a(comment)@example.com',
    'Ana <ana@example.com>',
    '<ana@example.com>',
    'mailto:ana@example.com',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@example.com.',
    'ana@.example.com',
    'ana@example..com',
    'ana@-example.com',
    'ana@example-.com',
    'ana@[127.0.0.1]',
    'ana@127.0.0.1',
    'ana@127.1',
    'ana@0x7f.1',
    'ana@[::1]',
    'ana@example.com\r\nBcc: b@example.com',
    'ana@example.com\n',
    'ana\u0000@example.com',
    'ana@exam\u00ADple.com',
    'an\u200Ba@example.com',
    '\u202Eana@example.com',
    'ana@example.com\u2028',
    'аna@example.com',
    'jürgen@example.com',
    'a!b@example.com',
    'victim%other.example@relay.example',
    'a`b@example.com',
    'a\\b@example.com',
    'ana@exa_mple.com',
    'ana@example.c',
    'ana@example.123',
    'ana@exam%70le.com',
    'ana@example.com/x',
    'ana@example.com?x',
    'ana@example.com#x',
    'ana@example.com:25',
    'ana＠b＠example.com',
    'ana@example。com,b',
    '=?utf-8?q?ana?=@',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.example`,
    `a@${'b.'.repeat(130)}example`,
    'ana@xn--.example-',
    '\uD800@example.com',
    '＜ana@example.com＞',
  ])('refuses %j', (typed) => {
    expect(parseEmail(typed)).toBeNull();
  });

  test('refuses what is no text', () => {
    const others: unknown[] = [undefined, null, 0, {}, [], ['ana@example.com'], { not: '' }];
    for (const x of others) expect(parseEmail(x)).toBeNull();
  });

  test('20,000 characters of anything take less than a millisecond', () => {
    const inputs = ['<', 'a', 'a.', '@', 'a@', '\u0301\u0323', '﷽', ' ', '"', ','].map((part) =>
      part.repeat(20_000).slice(0, 20_000),
    );
    const largest = ['a@b.', '﷽', '\u0301\u0323', 'a.', 'ß.'].map((part) => part.repeat(600).slice(0, 600));
    for (const input of [...inputs, ...largest]) {
      parseEmail(input);
      const begin = cpuMs();
      for (let i = 0; i < 20; i += 1) expect(parseEmail(input)).toBeNull();
      expect((cpuMs() - begin) / 20).toBeLessThan(1);
    }
  });
});

test('maskEmail shows the first letter and the domain', () => {
  expect(maskEmail('ana@example.com')).toBe('a…@example.com');
  expect(maskEmail('no address')).toBe('…');
});
