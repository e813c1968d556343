import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { getOrderEndpoint, saveOrderEndpoint } from '@/lib/refunds/orders/api';
import { forgetRequester } from '@/lib/refunds/orders/forget-requester';
import { importOrder } from '@/lib/refunds/orders/import-order';
import { findOrder } from '@/lib/refunds/orders/queries';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import type { Viewer } from '@/lib/refunds/policy';
import { requestRefund } from '@/lib/refunds/request-refund';
import { forgetShopSettings } from '@/lib/settings/queries';
import { aPerson } from '@/tests/support/a-person';
import { anOrder, askForRefund, buyerOf, owner, refundOf, startClock } from './till';

beforeEach(() => startClock());

const refusal = (name: string) => new RegExp(`${name}|Foreign key constraint violated`);

async function setWindow(refundWindowDays: number): Promise<void> {
  const value = JSON.stringify({ refundWindowDays });
  const updatedAt = new Date();
  await db.setting.upsert({
    where: { key: 'shop' },
    create: { key: 'shop', value, updatedAt },
    update: { value, updatedAt },
  });
  forgetShopSettings();
}

function input(facts: Partial<OrderInput> = {}): OrderInput {
  return OrderInput.parse({
    externalId: 'm-1',
    number: 'M-1',
    email: 'm@example.com',
    currency: 'EUR',
    totalMinor: 5100,
    taxMinor: 814,
    shippingMinor: 490,
    methodLabel: 'Visa •••• 4242',
    methodKind: 'card',
    country: 'de',
    provider: 'stripe',
    paymentRef: 'pi_m1',
    items: [
      { name: 'Candle', quantity: 2, unitMinor: 1900 },
      { name: 'Soap', quantity: 1, unitMinor: 810 },
    ],
    ...facts,
  });
}

describe('an order', () => {
  it('tells its tax, shipping, method, country and policy through the API', async () => {
    await setWindow(30);
    const made = await saveOrderEndpoint.run({ params: {}, query: {}, input: input(), actor: owner });
    expect(made).toMatchObject({
      status: 201,
      body: {
        total: { amountMinor: 5100, currency: 'EUR' },
        tax: { amountMinor: 814, currency: 'EUR' },
        shipping: { amountMinor: 490, currency: 'EUR' },
        method: { label: 'Visa •••• 4242', kind: 'card' },
        country: 'DE',
        policy: { windowDays: 30, recordedAt: '2026-11-21T10:00:00.000Z' },
      },
    });
    const id = 'body' in made ? made.body.id : '';
    const buyer = buyerOf({ email: 'm@example.com' }).actor;
    const seen = await getOrderEndpoint.run({ params: { id }, query: {}, input: undefined, actor: buyer });
    expect(seen).toMatchObject({ body: { country: 'DE', policy: { windowDays: 30 } } });
  });

  it('keeps the policy that was in force when it came, whatever is set or sent later', async () => {
    await setWindow(14);
    await saveOrder(input({ externalId: 'm-2' }), owner);
    await setWindow(0);
    await saveOrder(input({ externalId: 'm-2', totalMinor: 5200 }), owner);
    const order = await db.order.findUniqueOrThrow({ where: { externalId: 'm-2' } });
    expect(JSON.parse(order.policySnapshot)).toMatchObject({ windowDays: 14 });
    await expect(
      db.order.update({ where: { id: order.id }, data: { policySnapshot: '{"windowDays":0}' } }),
    ).rejects.toThrow(refusal('order-policy-stays'));
  });

  it('refuses parts that are larger than the whole, and countries that are none', async () => {
    for (const facts of [{ taxMinor: 5101 }, { shippingMinor: 5101 }]) {
      expect(await saveOrder(input({ externalId: 'm-3', ...facts }), owner)).toMatchObject({
        ok: false,
        reason: 'part-above-total',
      });
    }
    for (const country of ['QJ', 'D', 'Germany', '']) {
      expect(OrderInput.safeParse({ ...input(), country }).success).toBe(false);
    }
  });

  it('comes from a table in decimals of its currency: yen have none, dinars three', async () => {
    const row = { number: '1', email: 'k@example.com', methodKind: 'card', country: 'KW' };
    const rows = [
      {
        ...row,
        externalId: 'k-1',
        currency: 'KWD',
        total: '12.345',
        tax: '1.005',
        shipping: '2',
        captured: '12',
      },
      { ...row, externalId: 'k-2', currency: 'JPY', total: '2400', tax: '218' },
      { ...row, externalId: 'k-3', currency: 'HUF', total: '2400.50' },
    ];
    for (const one of rows) expect(await importOrder(one)).toMatchObject({ ok: true, what: 'created' });
    for (const one of rows) expect(await importOrder(one)).toMatchObject({ ok: true, what: 'unchanged' });
    const saved = await db.order.findMany({
      where: { externalId: { startsWith: 'k-' } },
      orderBy: { externalId: 'asc' },
    });
    expect(saved).toMatchObject([
      { totalMinor: 12_345, taxMinor: 1005, shippingMinor: 2000, capturedMinor: 12_000, country: 'KW' },
      { totalMinor: 2400, taxMinor: 218 },
      { totalMinor: 240_050 },
    ]);
    expect(await importOrder({ ...rows[1], total: '2400.50' })).toMatchObject({ ok: false });
  });

  it('is not undone by news that comes late', async () => {
    const newer = input({ externalId: 'm-4', changedAt: '2026-11-20T12:00:00Z', email: 'new@example.com' });
    await saveOrder(newer, owner);
    const older = { ...newer, changedAt: '2026-11-20T11:59:59Z', email: 'old@example.com' };
    expect(await saveOrder(older, owner)).toMatchObject({ change: 'unchanged' });
    const order = await db.order.findUniqueOrThrow({ where: { externalId: 'm-4' } });
    expect(order.email).toBe('new@example.com');
  });
});

describe('R23: an order that changes while it is refunded', () => {
  const items = [
    { name: 'Candle', quantity: 2, unitMinor: 900 },
    { name: 'Soap', quantity: 1, unitMinor: 600 },
  ];
  const again = (order: Awaited<ReturnType<typeof anOrder>>, facts: Partial<OrderInput> = {}) =>
    saveOrder(
      OrderInput.parse({
        externalId: order.externalId,
        number: order.number,
        email: order.email,
        currency: 'EUR',
        totalMinor: 2400,
        paidAt: '2026-11-20T10:00:00Z',
        paymentRef: order.paymentRef,
        items,
        ...facts,
      }),
      owner,
    );

  it('R23: keeps the lines that a refund names when the shop edits or removes them', async () => {
    const order = await anOrder({ items });
    const [candle] = await db.orderItem.findMany({
      where: { orderId: order.id },
      orderBy: { position: 'asc' },
    });
    const wish = { orderId: order.id, lines: [{ itemId: candle?.id ?? '', quantity: 1 }] };
    const asked = await requestRefund(wish, buyerOf(order), 'page');
    expect(asked).toMatchObject({ ok: true });
    expect(await again(order, { items: [{ name: 'Soap', quantity: 2, unitMinor: 600 }] })).toMatchObject({
      change: 'updated',
    });
    expect(await db.refundLine.count({ where: { orderItemId: candle?.id } })).toBe(1);
    const left = await db.orderItem.findMany({
      where: { orderId: order.id },
      orderBy: { position: 'asc' },
    });
    expect(left).toMatchObject([
      { name: 'Soap', quantity: 2, position: 0 },
      { id: candle?.id, quantity: 1, position: 1 },
    ]);
  });

  it('R23: is not paid less than its refunds hold, whichever of both comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const order = await anOrder({ items });
      await Promise.all([
        askForRefund(order).catch(() => null),
        again(order, { totalMinor: 1000, capturedMinor: 1000 }),
        again(order, { totalMinor: 2400, capturedMinor: 0 }),
      ]);
      const now = await db.order.findUniqueOrThrow({
        where: { id: order.id },
        include: { refunds: true },
      });
      const held = now.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
      expect(held).toBeLessThanOrEqual(now.capturedMinor);
    }
    const order = await anOrder();
    await askForRefund(order);
    await expect(db.order.update({ where: { id: order.id }, data: { capturedMinor: 2399 } })).rejects.toThrow(
      refusal('captured-below-refunded'),
    );
  });

  it('R23: stays refunded when the shop cancels it, and cannot be deleted from under its money', async () => {
    const order = await anOrder({ items });
    const refundId = await askForRefund(order);
    expect(await again(order, { totalMinor: 0, capturedMinor: 0, items: [] })).toMatchObject({
      ok: false,
      reason: 'captured-below-refunded',
    });
    await expect(db.order.delete({ where: { id: order.id } })).rejects.toThrow();
    expect(await db.refund.findUnique({ where: { id: refundId } })).toMatchObject({ amountMinor: 2400 });
  });

  it('R23: outlives the account of its buyer, with every amount and step, and without the account', async () => {
    const order = await anOrder({ items });
    const buyer = await aPerson({ email: order.email });
    const viewer = { ...buyerOf(order), actor: { ...buyerOf(order).actor, ...buyer } as Viewer['actor'] };
    const asked = await requestRefund({ orderId: order.id }, viewer, 'page');
    const refundId = asked.ok ? asked.refundId : '';
    const before = await refundOf(refundId);
    expect(before.requestedById).toBe(buyer.id);
    await forgetRequester(buyer.id);
    await db.person.delete({ where: { id: buyer.id } });
    expect(await refundOf(refundId)).toEqual({ ...before, requestedById: null });
    expect(await findOrder({ number: order.number, email: order.email })).toMatchObject({ id: order.id });
  });
});
