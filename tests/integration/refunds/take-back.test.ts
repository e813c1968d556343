import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { payRefund } from '@/lib/refunds/pay-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { sweepRefunds } from '@/lib/refunds/sweep-refunds';
import { takeBackRefund } from '@/lib/refunds/take-back-refund';
import { forgetShopSettings } from '@/lib/settings/queries';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  mailsAbout,
  passTime,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => {
  startClock();
  process.env.REFUND_UNDO_SECONDS = '60';
  forgetConfig();
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

const atProvider = (paymentRef: string) => db.pretendRefund.count({ where: { paymentRef } });

describe('for a minute a refund', () => {
  it('is approved and mailed, but its money has not left, whoever works or sweeps', async () => {
    const order = await anOrder();
    const id = await askForRefund(order);
    await work();
    passTime(59 * SECOND);
    await Promise.all([work(), sweepRefunds(), payRefund(id)]);
    expect(await atProvider(order.paymentRef)).toBe(0);
    expect(await mailsAbout(id)).toEqual(['approved']);
    passTime(SECOND);
    await work();
    expect(await atProvider(order.paymentRef)).toBe(1);
    await workThrough(10 * SECOND);
    expect((await refundOf(id)).state).toBe('succeeded');
  });

  it('can be taken back, once and for all, and the order can be refunded again', async () => {
    const order = await anOrder();
    const id = await askForRefund(order);
    await work();
    const both = await Promise.all([
      takeBackRefund({ refundId: id }, buyerOf(order)),
      takeBackRefund({ refundId: id }, buyerOf(order)),
    ]);
    expect(both.every((outcome) => outcome.ok || outcome.reason === 'too-late')).toBe(true);
    expect(both.some((outcome) => outcome.ok)).toBe(true);
    passTime(5 * MINUTE);
    await Promise.all([work(), sweepRefunds(), payRefund(id)]);
    expect(await atProvider(order.paymentRef)).toBe(0);
    expect((await refundOf(id)).events.map((event) => event.cause)).toEqual(['buyer', 'taken-back']);
    const told = await db.mail.findMany({ where: { dedupeKey: { endsWith: `:${id}` } } });
    expect(told.map((mail) => mail.dedupeKey.split(':')[0]).sort()).toEqual([
      'refund-approved',
      'refund-taken-back',
    ]);
    const again = await askForRefund(order);
    expect(again).not.toBe(id);
    expect((await refundOf(again)).amountMinor).toBe(2400);
  });

  it('is either paid or taken back when both happen at the same moment, fifty times', async () => {
    for (let round = 0; round < 50; round += 1) {
      const order = await anOrder();
      const id = await askForRefund(order);
      passTime(59_999);
      const taking = takeBackRefund({ refundId: id }, buyerOf(order));
      passTime(2);
      const [outcome] = await Promise.all([taking, payRefund(id)]);
      expect(await atProvider(order.paymentRef)).toBe(outcome.ok ? 0 : 1);
    }
  }, 60_000);

  it('cannot be taken back by somebody else, nor after its money has left', async () => {
    const order = await anOrder();
    const id = await askForRefund(order);
    const stranger = buyerOf({ email: 'stranger@example.com' });
    expect(await takeBackRefund({ refundId: id }, stranger)).toMatchObject({ reason: 'not-found' });
    passTime(MINUTE);
    await work();
    expect(await takeBackRefund({ refundId: id }, buyerOf(order))).toMatchObject({ reason: 'too-late' });
  });

  it('can become what the shop offers instead, and nothing that it does not offer', async () => {
    const order = await anOrder();
    const id = await askForRefund(order);
    const exchange = () => takeBackRefund({ refundId: id, instead: 'exchange' }, buyerOf(order));
    expect(await exchange()).toMatchObject({ reason: 'not-offered' });
    await db.setting.create({
      data: { key: 'shop', value: JSON.stringify({ offersExchange: 'yes' }), updatedAt: new Date() },
    });
    forgetShopSettings();
    expect(await exchange()).toMatchObject({ ok: true });
    expect(await refundOf(id)).toMatchObject({ state: 'canceled', replacedBy: 'exchange' });
  });
});

describe('a part of an order', () => {
  const items = [
    { name: 'Candle', quantity: 3, unitMinor: 400 },
    { name: 'Lamp', quantity: 1, unitMinor: 1200 },
  ];

  it('is priced by its pieces, which cannot be refunded twice', async () => {
    const order = await anOrder({ items });
    const [candle] = await db.orderItem.findMany({
      where: { orderId: order.id },
      orderBy: { position: 'asc' },
    });
    const ask = (quantity: number) =>
      requestRefund(
        { orderId: order.id, lines: [{ itemId: candle?.id ?? '', quantity }] },
        buyerOf(order),
        'page',
      );
    const first = await ask(2);
    expect(first.ok && (await refundOf(first.refundId)).amountMinor).toBe(800);
    expect(await ask(2)).toMatchObject({ reason: 'pieces-too-many' });
    if (first.ok) await takeBackRefund({ refundId: first.refundId }, buyerOf(order));
    const again = await ask(3);
    expect(again.ok && (await refundOf(again.refundId)).amountMinor).toBe(1200);
  });

  it('is read as it is typed in the order’s currency, or refused in words', async () => {
    const order = await anOrder({ currency: 'KWD', totalMinor: 24_500 });
    const ask = (amountTyped: string) =>
      requestRefund({ orderId: order.id, amountTyped, lines: [] }, buyerOf(order), 'page');
    for (const typed of ['0', '0.000', '-1', '1e3', '1,000', 'NaN', '24.5001', '٣'])
      expect(await ask(typed), typed).toMatchObject({ ok: false, reason: 'amount-unclear' });
    expect(await ask('')).toMatchObject({ reason: 'part-missing' });
    expect(await ask('24.501')).toMatchObject({ reason: 'amount-too-large', field: 'amount' });
    const asked = await ask('1.250');
    expect(asked.ok && (await refundOf(asked.refundId)).amountMinor).toBe(1250);
  });
});
