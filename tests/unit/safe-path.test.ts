import { describe, expect, test } from 'vitest';
import { sameOriginPath } from '@/lib/safe-path';

const prefixes = [
  '//',
  '///',
  '////',
  '/\\',
  '\\/',
  '\\\\',
  '/\\/',
  '//\\',
  '/\t/',
  '/\n/',
  '/\r/',
  '\t//',
  ' //',
  '/ /',
  '/%09/',
  '/%0a/',
  '/%0d%0a/',
  '/%20/',
  '/%2f',
  '/%2F/',
  '/%5c',
  '/%5C/',
  '/%255c',
  '/%252f',
  '/%25252f/',
  '/.//',
  '/..//',
  '/../..//',
  '/%2e//',
  '/%2e%2e//',
  '/x/..//',
  '/x/%2e%2e//',
  '/;//',
  '/;/%2f',
  'http://',
  'https://',
  'HTTPS://',
  'https:',
  'https:/',
  'https:\\\\',
  'ftp://',
  'javascript://',
  '\u0000//',
  '/\u0000/',
  '\u2028//',
  '/\u2028/',
  '/／',
  '／／',
  '/\u3000/',
  '/\u00A0/',
  '/\uFEFF/',
  '///\\;@',
  '////%5c',
  '@',
  '.',
  '..',
  'x',
  '',
];
const hosts = [
  'evil.invalid',
  'evil.invalid/path',
  'good.example@evil.invalid',
  'evil.invalid:443/x',
  '[::1]/',
  '0x7f000001/',
  'evil%E3%80%82invalid',
];
const others = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'mailto:a@b.invalid',
  'blob:x',
  'about:blank',
  '?next=x',
  '#x',
  ' /faq',
  '\t/faq',
  '/faq\r\nSet-Cookie: a=b',
  '/faq\\..',
  '/a%',
  '/%zz',
  '/%c0%af',
  '/%e2%80%a8/..',
  '/\uD800',
  `/${'a'.repeat(3_000)}`,
  '/a//b',
  '/%00',
  '/a%00b',
];

describe('sameOriginPath', () => {
  test.each(prefixes.flatMap((prefix) => hosts.map((host) => prefix + host)).concat(others))(
    '%j is not followed',
    (payload) => {
      expect(sameOriginPath(payload, '/account')).toBe('/account');
    },
  );

  test.each([undefined, null, 0, {}, [], ['/faq'], { toString: () => '/faq' }, true])(
    '%j is not followed',
    (payload) => {
      expect(sameOriginPath(payload)).toBe('/');
    },
  );

  test.each([
    ['/', '/'],
    ['/faq', '/faq'],
    ['/t/0123456789abcdef/a-b#reply-1', '/t/0123456789abcdef/a-b#reply-1'],
    ['/search?q=a//b&x=https://example.com', '/search?q=a//b&x=https://example.com'],
    ['/search?q=100%', '/search?q=100%'],
    ['/forum/tags/größe', '/forum/tags/gr%C3%B6%C3%9Fe'],
    ['/u/Ana%20Lee', '/u/Ana%20Lee'],
    ['/a/../faq', '/faq'],
    ['/a:b@c', '/a:b@c'],
  ])('%j is followed as %s', (typed, target) => {
    expect(sameOriginPath(typed)).toBe(target);
    expect(new URL(sameOriginPath(typed), 'https://help.example.com').host).toBe('help.example.com');
  });
});
