import { expect, test } from 'vitest';
import { isFromThisMachine } from '@/lib/web/loopback';
import { prometheusText } from '@/lib/web/prometheus';

function headers(address: string, more: Record<string, string> = {}): Headers {
  return new Headers({ 'x-porchlight-address': address, ...more });
}

test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isFromThisMachine(headers(address))).toBe(true);
  expect(isFromThisMachine(headers(address, { 'x-forwarded-for': address }))).toBe(true);
});

test.each(['10.0.0.1', '203.0.113.7', '127.0.0.1.example.com', '', 'unknown', '::2', '1270.0.0.1'])(
  '"%s" is not this machine',
  (address) => expect(isFromThisMachine(headers(address))).toBe(false),
);

test.each<Record<string, string>>([
  { 'x-forwarded-for': '203.0.113.7' },
  { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' },
  { 'x-real-ip': '127.0.0.1' },
  { via: '1.1 proxy' },
  { forwarded: 'for=127.0.0.1' },
])('a request that a proxy on this machine passed on is not from it: %o', (more) => {
  expect(isFromThisMachine(headers('127.0.0.1', more))).toBe(false);
});

test('without the address the server found, nobody is believed', () => {
  expect(isFromThisMachine(new Headers({ 'x-forwarded-for': '127.0.0.1' }))).toBe(false);
});

test('the Prometheus text escapes labels and names every metric', () => {
  const sample = { labels: { state: 'a"b\\c\n' }, value: 2 };
  const text = prometheusText([
    { name: 'jobs', help: 'Jobs.', type: 'gauge', samples: [sample, { value: 1.5 }] },
  ]);
  expect(text).toBe('# HELP jobs Jobs.\n# TYPE jobs gauge\njobs{state="a\\"b\\\\c\\n"} 2\njobs 1.5\n');
});
