import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { refundPage } from '@/lib/refunds/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { serveRequest } from '@/lib/web/serve-request';
import { sourceFiles } from '../../architecture/source-files';
import { anOrder, askForRefund, buyerOf, expectSoundBooks, startClock } from './till';

/** The site's own gate before a page that believes whatever comes through: a write refunds the order that the body names,
 * anything else draws the tracker. */
let server: Server;
let base = '';
let pressed: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => serveRequest(request, response, gullible));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  startClock();
  pressed = [];
  process.env.SITE_URL = 'https://help.example.com';
  forgetConfig();
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
  delete process.env.SITE_URL;
  forgetConfig();
});

async function gullible(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    const orderId = /[0-9a-z]{16}/.exec(await text(request))?.[0] ?? '';
    pressed.push(orderId);
    const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    await requestRefund({ orderId }, buyerOf(order), 'page');
  }
  const nobody = { actor: null, guestOrderId: null };
  const id = url.pathname.split('/').at(-1) ?? '';
  const seen = await refundPage(id, nobody, url.searchParams.get('key'), new Date());
  response.writeHead(seen ? 200 : 404, { 'content-type': 'text/html' }).end(seen?.orderNumber ?? '');
}

/** Everything that a refund could have changed. */
async function books() {
  return JSON.stringify([
    await db.order.findMany({ orderBy: { id: 'asc' } }),
    await db.refund.findMany({ orderBy: { id: 'asc' } }),
    await db.refundEvent.findMany({ orderBy: { id: 'asc' } }),
    await db.job.count(),
    await db.mail.count(),
    await db.orderCode.count(),
    await db.pretendRefund.count(),
  ]);
}

it('R19: a mailed link that is opened by any machine, in any way but a press, changes nothing', async () => {
  const order = await anOrder();
  const refundId = await askForRefund(order, 1000);
  const link = new URL(mailedTrackerUrl({ id: refundId, orderId: order.id, linkNonce: 0 }, new Date()));
  const before = await books();
  const ways: RequestInit[] = [
    { method: 'GET' },
    { method: 'HEAD' },
    { method: 'OPTIONS' },
    { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' } },
    { headers: { 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner)', 'x-http-method-override': 'POST' } },
  ];
  for (const way of ways) {
    for (let time = 0; time < 3; time += 1) {
      const answer = await fetch(`${base}${link.pathname}${link.search}`, way);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  }
  expect(await books()).toBe(before);
  expect(pressed).toEqual([]);
});

it('R19: no page of a refund presses its own button', () => {
  const pages = sourceFiles('app').filter(({ path }) =>
    /\/(refund|withdraw)\/|submit-button|action-button/.test(path),
  );
  expect(pages.length).toBeGreaterThan(10);
  const pressing = pages.filter(({ text: source }) => /requestSubmit|\.submit\(|\.click\(/.test(source));
  expect(pressing.map(({ path }) => path)).toEqual([]);
});

it('R20: a press that does not come from our own pages refunds nothing, whatever it says it is', async () => {
  const order = await anOrder();
  const before = await books();
  const form = `orderId=${order.id}`;
  const cookie = '__Host-porchlight-session=valid; porchlight-order-pass=valid';
  const forged: [string, Record<string, string>][] = [
    ['no origin', {}],
    ['null', { origin: 'null' }],
    ['empty', { origin: '' }],
    ['foreign', { origin: 'https://evil.example' }],
    ['a sub-domain', { origin: 'https://evil.help.example.com' }],
    ['a parent', { origin: 'https://example.com' }],
    ['another scheme', { origin: 'http://help.example.com' }],
    ['another port', { origin: 'https://help.example.com:8443' }],
    ['a name that begins like ours', { origin: 'https://help.example.com.evil.example' }],
    ['JSON as text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['a method in a header', { origin: 'https://evil.example', 'x-http-method-override': 'GET' }],
    [
      'a host that is trusted by nobody',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
    ['a flag of Next', { origin: 'null', 'next-action': 'abc', 'x-middleware-subrequest': 'middleware' }],
  ];
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const [what, headers] of forged) {
    for (const path of ['/refund', '/api/v1/refunds', `/refund/${order.id}?_method=GET`]) {
      const init = { method: 'POST', body: form, headers: { cookie, ...type, ...headers } };
      expect((await fetch(`${base}${path}`, init)).status, `${what}: ${path}`).toBe(403);
    }
  }
  for (const method of ['GET', 'HEAD']) {
    const headers = { cookie, origin: 'https://evil.example', 'x-http-method-override': 'POST' };
    await fetch(`${base}/refund?orderId=${order.id}`, { method, headers });
  }
  expect(pressed).toEqual([]);
  expect(await books()).toBe(before);
  const ours = { cookie, ...type, origin: 'https://help.example.com' };
  await fetch(`${base}/refund`, { method: 'POST', body: form, headers: ours });
  expect(pressed).toEqual([order.id]);
  expect(await db.refund.count({ where: { orderId: order.id } })).toBe(1);
});

it('R20: what proves a person to us is never sent along by another site', () => {
  const keepers = sourceFiles('app', 'lib').filter(({ text: source }) => /httpOnly: true/.test(source));
  expect(keepers.length).toBeGreaterThan(2);
  for (const { path, text: source } of keepers) {
    expect(source.match(/sameSite: '(lax|strict)'/g)?.length, path).toBe(
      source.match(/httpOnly: true/g)?.length,
    );
  }
});
