import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { requestRefundEndpoint } from '@/lib/refunds/api';
import { getOrderEndpoint, saveOrderEndpoint } from '@/lib/refunds/orders/api';
import { importOrders } from '@/lib/refunds/orders/import-orders';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import { anOrder, buyerOf, owner } from './till';

const HEADER = 'externalId,number,email,currency,totalMinor,paidAt,items';

async function imported(csv: string) {
  const outcome = await importOrders(csv, owner);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.result;
}

describe('importing orders from CSV', () => {
  it('saves every good row, says line and reason of every bad one, and repeats without change', async () => {
    const csv = [
      HEADER,
      'a-1,A-1,ANA@Example.COM,eur,2400,2026-11-01T10:00:00Z,"[{""name"":""Lamp, brass"",""quantity"":1,""unitMinor"":2400}]"',
      'a-2,A-2,not-an-address,EUR,2400,,',
      'a-3,A-3,bo@example.com,EUR,-5,,',
      'a-4,A-4,bo@example.com,EUR,24.5,,',
      'a-5,A-5,bo@example.com,ABC,2400,,',
      'a-6,A-6,bo@example.com,EUR,2400,yesterday,',
      'a-7,A-7,bo@example.com,EUR,2400,,{broken',
      ',A-8,bo@example.com,EUR,2400,,',
      'a-9,A-9,bo@example.com,EUR,2400,,"[{""name"":""x"",""quantity"":1}]"',
      'a-10,A-10,bo@example.com,EUR,2400,,',
    ].join('\r\n');
    const first = await imported(`\uFEFF${csv}`);
    expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0, skipped: 8 });
    expect(first.problems.map((problem) => problem.line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(first.problems.find((problem) => problem.line === 8)?.reason).toMatch(/^items: This is not JSON/);
    expect(first.problems[0]?.reason).toMatch(/^email ".+": This is not an e-mail address\.$/);
    expect(await imported(csv)).toMatchObject({ created: 0, updated: 0, unchanged: 2, skipped: 8 });
    const order = await db.order.findUniqueOrThrow({
      where: { externalId: 'a-1' },
      include: { items: true },
    });
    expect(order).toMatchObject({
      email: 'ana@example.com',
      currency: 'EUR',
      capturedMinor: 2400,
      numberKey: 'A1',
    });
    expect(order.items).toMatchObject([{ name: 'Lamp, brass', unitMinor: 2400 }]);
    expect(await imported(csv.replace('eur,2400', 'eur,2500'))).toMatchObject({ updated: 1, unchanged: 1 });
  });

  it('reads decimal totals and semicolons, and refuses what could be read in two ways', async () => {
    const csv = [
      'ExternalId;Number;Email;Currency;Total;Note',
      'b-1;B-1;bo@example.com;EUR;24,00;hi',
      'b-2;B-2;bo@example.com;KWD;1.250;',
      'b-3;B-3;bo@example.com;JPY;2400;',
      'b-4;B-4;bo@example.com;EUR;1.000;',
    ].join('\n');
    const result = await imported(csv);
    expect(result).toMatchObject({ created: 3, skipped: 1 });
    expect(result.problems[0]?.reason).toMatch(/^total: "1\.000" can be read in more than one way/);
    const saved = await db.order.findMany({
      where: { externalId: { startsWith: 'b-' } },
      orderBy: { externalId: 'asc' },
    });
    expect(saved.map((order) => order.totalMinor)).toEqual([2400, 1250, 2400]);
  });

  it('survives broken quotes and files that are no CSV', async () => {
    const broken = await imported(
      `${HEADER}\nc-1,C-1,bo@example.com,EUR,1,,\nc-2,"C"-2,bo@example.com,EUR,1,,\nc-3,C-3,bo@example.com,EUR,1,,`,
    );
    expect(broken.created).toBeGreaterThanOrEqual(1);
    expect(broken.skipped).toBeGreaterThanOrEqual(1);
    expect(await imported('')).toMatchObject({ created: 0, skipped: 0 });
    expect((await imported('<html>\n<body>\n')).created).toBe(0);
    expect(await importOrders(HEADER, { ...owner, role: 'helper' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('saving an order', () => {
  const base = {
    externalId: 'd-1',
    number: 'D-1',
    email: 'd@example.com',
    currency: 'EUR',
    totalMinor: 100,
  };

  it('creates it once when the shop sends it many times at once', async () => {
    const input = OrderInput.parse({
      ...base,
      items: [{ name: 'Soap', quantity: 1, unitMinor: 100 }],
    });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => saveOrder(input, owner)));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.change === 'created')).toHaveLength(1);
    const order = await db.order.findUniqueOrThrow({
      where: { externalId: 'd-1' },
      include: { items: true },
    });
    expect(order.items).toHaveLength(1);
  });

  it('refuses amounts that are none, and more captured than it costs', async () => {
    for (const totalMinor of [-1, 0.5, Number.NaN, 2 ** 53, 2 ** 31, '100', null, [100]]) {
      expect(OrderInput.safeParse({ ...base, totalMinor }).success).toBe(false);
    }
    const more = OrderInput.parse({ ...base, externalId: 'd-2', capturedMinor: 101 });
    expect(await saveOrder(more, owner)).toMatchObject({ ok: false, reason: 'captured-above-total' });
  });

  it('revokes what was mailed to the old address when the address changes', async () => {
    const order = await anOrder({ externalId: 'moves' });
    await saveOrder(
      OrderInput.parse({
        externalId: 'moves',
        number: order.number,
        email: 'new@example.com',
        currency: 'EUR',
        totalMinor: 2400,
      }),
      owner,
    );
    const moved = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect([moved.email, moved.linkNonce]).toEqual(['new@example.com', 1]);
  });
});

describe('the API', () => {
  it('answers 201 for a new order and refund, 200 for the same again, 404 to strangers', async () => {
    const input = OrderInput.parse({
      externalId: 'e-1',
      number: 'E-1',
      email: 'e@example.com',
      currency: 'EUR',
      totalMinor: 2400,
    });
    const call = { params: {}, query: {}, actor: owner };
    const created = await saveOrderEndpoint.run({ ...call, input });
    expect(created.status).toBe(201);
    expect((await saveOrderEndpoint.run({ ...call, input })).status).toBe(200);
    const orderId = 'body' in created ? created.body.id : '';
    const buyer = buyerOf({ email: 'e@example.com' }).actor;
    const stranger = buyerOf({ email: 'x@example.com' }).actor;
    const refund = (actor: typeof buyer) =>
      requestRefundEndpoint.run({ params: {}, query: {}, input: { orderId }, actor });
    expect((await refund(stranger)).status).toBe(404);
    const first = await refund(buyer);
    expect(first).toMatchObject({
      status: 201,
      body: { orderId, state: 'requested', amount: { amountMinor: 2400, currency: 'EUR' } },
    });
    const again = await refund(buyer);
    expect(again.status).toBe(200);
    expect('body' in again && again.body.id).toBe('body' in first && first.body.id);
    const get = (actor: typeof buyer) =>
      getOrderEndpoint.run({ params: { id: orderId }, query: {}, input: undefined, actor });
    expect((await get(stranger)).status).toBe(404);
    expect(await get(buyer)).toMatchObject({ status: 200, body: { refusal: 'already-refunded' } });
  });
});
