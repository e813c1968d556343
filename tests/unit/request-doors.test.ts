import { afterEach, expect, test, vi } from 'vitest';
import { forgetConfig } from '@/lib/config';
import { clientAddress } from '@/lib/web/client-address';
import { isSameOrigin } from '@/lib/web/origin';
import { pageNumber } from '@/lib/web/page-number';
import { addressKey } from '@/lib/web/rate-limit';
import { contentSecurityPolicy, securityHeaders } from '@/lib/web/security-headers';

type Asked = Parameters<typeof clientAddress>[0];

function asked(headers: Record<string, string>, remoteAddress = '10.0.0.9'): Asked {
  return { headers, socket: { remoteAddress } } as unknown as Asked;
}

afterEach(() => {
  vi.unstubAllEnvs();
  forgetConfig();
});

test('a forwarded address is believed only as far as trusted proxies wrote it', () => {
  const spoofed = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 3.3.3.3' };
  expect(clientAddress(asked(spoofed), 0)).toBe('10.0.0.9');
  expect(clientAddress(asked(spoofed), 1)).toBe('3.3.3.3');
  expect(clientAddress(asked(spoofed), 2)).toBe('2.2.2.2');
  expect(clientAddress(asked({}), 1)).toBe('10.0.0.9');
  expect(clientAddress(asked({ 'x-forwarded-for': 'rubbish' }), 1)).toBe('10.0.0.9');
});

test('a write without an Origin, with a null one or with a foreign one does not come from our pages', () => {
  vi.stubEnv('SITE_URL', 'https://help.example.com');
  forgetConfig();
  const from = (headers: Record<string, string>, path = '/forum/new') => isSameOrigin(asked(headers), path);
  expect(from({ origin: 'https://help.example.com' })).toBe(true);
  expect(from({})).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
  expect(from({ origin: 'https://evil.example.com', host: 'evil.example.com' })).toBe(false);
  expect(from({ origin: 'https://help.example.com.evil.invalid' })).toBe(false);
  expect(from({ origin: 'http://help.example.com' })).toBe(false);
  expect(from({ authorization: 'Bearer x' })).toBe(false);
  expect(from({ authorization: 'Bearer x' }, '/api/v1/threads')).toBe(true);
  expect(from({ cookie: 'session=x' }, '/api/v1/threads')).toBe(false);
  expect(from({}, '/api/v1/webhooks/pretend')).toBe(true);
});

test('a program that forgot its token is let through to the API, where nobody is told to send one', () => {
  vi.stubEnv('SITE_URL', 'https://help.example.com');
  forgetConfig();
  expect(isSameOrigin(asked({}), '/api/v1/threads')).toBe(true);
  expect(isSameOrigin(asked({ origin: 'https://evil.example.com' }), '/api/v1/threads')).toBe(true);
  expect(isSameOrigin(asked({ origin: 'https://evil.example.com', cookie: 'a=b' }), '/api/v1/threads')).toBe(
    false,
  );
});

test('without SITE_URL the site may be opened under any name, but a page of another host may not write', () => {
  vi.stubEnv('SITE_URL', '');
  forgetConfig();
  expect(isSameOrigin(asked({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }), '/x')).toBe(
    true,
  );
  expect(isSameOrigin(asked({ origin: 'http://evil.invalid', host: '192.168.1.5:3000' }), '/x')).toBe(false);
});

test('limits count an IPv6 customer by the /64 that is theirs, and IPv4 in IPv6 as IPv4', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe(addressKey('2001:db8:1:2::1'));
  expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'));
  expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(addressKey('192.0.2.7')).toBe('192.0.2.7');
});

test('the policy of a page lets no script run without its nonce', () => {
  const policy = contentSecurityPolicy('abc', true);
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect(scripts).toContain("'nonce-abc'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'none'");
});

test('browsers are told to stay on https only where the site has it', () => {
  expect(securityHeaders('https://help.example.com')['Strict-Transport-Security']).toMatch(/max-age=\d{8}/);
  expect(securityHeaders('http://localhost:3000')['Strict-Transport-Security']).toBeUndefined();
});

test.each([
  ['3', 3],
  ['-1', 1],
  ['0', 1],
  ['1e9', 1],
  ['NaN', 1],
  ['999999', 100_000],
  [undefined, 1],
])('page number %s is read as %i', (raw, expected) => {
  expect(pageNumber(raw)).toBe(expected);
});

test('a stop link may be pressed from anywhere, because it is its own proof; no other address below it may', () => {
  const stop = `/stop/${'a'.repeat(16)}.thread.${'b'.repeat(16)}.${'C'.repeat(43)}`;
  expect(isSameOrigin(asked({}), stop)).toBe(true);
  expect(isSameOrigin(asked({ origin: 'https://evil.example.com' }), stop)).toBe(true);
  for (const path of ['/stop', '/stop/x', `${stop}/more`, `/t${stop}`, `/stop/${'C'.repeat(43)}`]) {
    expect(isSameOrigin(asked({ origin: 'https://evil.example.com' }), path), path).toBe(false);
  }
});
