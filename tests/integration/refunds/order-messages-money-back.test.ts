import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { refundFile } from '@/lib/refunds/desk/refund-queries';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { undoTick } from '@/lib/refunds/tick-refund';
import { shopifyOrder } from '@/tests/support/order-messages';
import { applied, ignored, orderOf, shopify, useMessageSecrets, woocommerce, wooOrder } from './message-till';
import { anOrder, askForRefund, expectSoundBooks, owner, refundOf, startClock, work } from './till';

beforeEach(() => {
  useMessageSecrets();
  startClock();
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

describe('news of money that went back', () => {
  it('of Shopify only says where to look, and is not believed about how much', async () => {
    await shopify(shopifyOrder(80));
    const refund = {
      id: 1,
      order_id: 80,
      transactions: [{ kind: 'refund', status: 'success', amount: '54.70', currency: 'EUR' }],
    };
    expect(await shopify(refund, 'refunds/create')).toEqual(ignored);
    expect(await shopify({ ...refund, order_id: 99_999 }, 'refunds/create')).toEqual(ignored);
    expect(await orderOf('shopify:80')).toMatchObject({ refunds: [] });
  });

  it('is looked up at the payment provider where there is one to ask', async () => {
    const order = await anOrder({ externalId: 'shopify:81', paymentRef: 'pretend_look_81' });
    await db.pretendRefund.create({
      data: {
        id: 'dashboard0000081',
        idempotencyKey: 'dashboard-81',
        paymentRef: 'pretend_look_81',
        amountMinor: 700,
        currency: 'EUR',
        refundId: '',
        createdAt: new Date(),
      },
    });
    const message = { id: 2, order_id: 81, transactions: [] };
    expect(await shopify(message, 'refunds/create')).toEqual(applied);
    expect(await shopify(message, 'refunds/create')).toEqual({ ok: true, effect: 'repeated' });
    await work();
    const refunds = await db.refund.findMany({ where: { orderId: order.id } });
    expect(refunds).toMatchObject([{ amountMinor: 700, requestedVia: 'provider' }]);
    // The next look finds nothing new.
    expect(await shopify({ ...message, id: 3 }, 'refunds/create')).toEqual(applied);
    await work();
    expect(await db.refund.count({ where: { orderId: order.id } })).toBe(1);
  });

  it('that was paid in the shop by hand stands: no tick of ours can be taken back of it', async () => {
    await woocommerce(wooOrder(95, { refunds: [{ id: 9501, total: '-20.00' }] }));
    const [refund] = (await orderOf('woocommerce:95'))?.refunds ?? [];
    expect(refund).toMatchObject({ provider: 'manual', state: 'succeeded', amountMinor: 2000 });
    const refundId = refund?.id ?? '';
    expect((await refundFile(refundId, owner))?.can.undoTick).toBe(false);
    expect(await undoTick({ refundId }, owner)).toEqual({ ok: false, reason: 'not-waiting' });
    expect((await refundOf(refundId)).state).toBe('succeeded');
  });

  it('R23: what is not sent yet is not paid once more when the shop tells that the money went back', async () => {
    // One waits for the owner, because it is above the day's total; the other for its payment run.
    for (const [id, total, state] of [
      [91, '30000.00', 'queued'],
      [92, '60.00', 'requested'],
    ] as const) {
      await woocommerce(wooOrder(id, { total }), 'order.created');
      const order = await orderOf(`woocommerce:${id}`);
      if (!order) throw new Error('The order is missing.');
      const refundId = await askForRefund(order);
      expect((await refundOf(refundId)).state).toBe(state);
      const refunds = [{ id: 700 + id, reason: '', total: `-${total}` }];
      await woocommerce(wooOrder(id, { total, refunds, date_modified_gmt: '2026-11-20T10:05:00' }));
      await expectSoundBooks();
      await work();
      expect(await refundOf(refundId)).toMatchObject({
        state: 'failed',
        failureReason: 'already-refunded-elsewhere',
        attempts: 0,
      });
      const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-failed:${refundId}` } });
      expect(mail.subject).toContain('was not sent');
      expect(await releaseRefund({ refundId }, owner)).toMatchObject({ ok: false });
    }
  });

  it('R23: a shop that cancels or shrinks an order takes nothing from a refund that is under way', async () => {
    await woocommerce(wooOrder(90));
    const order = await orderOf('woocommerce:90');
    if (!order) throw new Error('The order is missing.');
    await db.order.update({
      where: { id: order.id },
      data: { provider: 'pretend', paymentRef: 'pretend_90' },
    });
    const refundId = await askForRefund(order);
    const cancelled = wooOrder(90, {
      status: 'cancelled',
      date_paid_gmt: null,
      date_modified_gmt: '2026-11-20T11:00:00',
    });
    expect(await woocommerce(cancelled)).toEqual(ignored);
    expect(await woocommerce({ id: 90 }, 'order.deleted')).toEqual(ignored);
    expect(await orderOf('woocommerce:90')).toMatchObject({
      capturedMinor: 6000,
      refunds: [{ id: refundId, amountMinor: 6000 }],
    });
  });
});
