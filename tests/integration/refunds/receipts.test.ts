import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import type { Viewer } from '@/lib/refunds/policy';
import { pretend } from '@/lib/refunds/providers/pretend';
import { refundPage } from '@/lib/refunds/queries';
import { receiptsPage } from '@/lib/refunds/receipts/queries';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { settleRefund } from '@/lib/refunds/settle-refund';
import { signViewKey } from '@/lib/refunds/sign-view-link';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { saveSettings } from '@/lib/settings/save-settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { aPendingRefund, contentsOf, done, expectNoGaps, notesOf } from './receipt-till';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  owner,
  passTime,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  await expectNoGaps();
  vi.useRealTimers();
});

const bounced = { state: 'failed', cause: 'webhook', failureReason: 'closed-account' } as const;

describe('the receipt of a refund', () => {
  it('is one, however often it is settled, and from however many sides at once', async () => {
    const { refundId } = await aPendingRefund();
    const causes = ['webhook', 'look-up', 'provider-answer', 'owner'] as const;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        settleRefund(refundId, { state: 'succeeded', cause: causes[index % 4] ?? 'webhook' }),
      ),
    );
    await settleRefund(refundId, done);
    expect(await notesOf(refundId)).toHaveLength(1);
  });

  it('is there once the refund is complete, and never before', async () => {
    const pending = await aPendingRefund();
    expect(await notesOf(pending.refundId)).toEqual([]);
    const refundId = await askForRefund(await anOrder());
    await workThrough(MINUTE);
    expect(await notesOf(refundId)).toHaveLength(1);
    passTime(DAY);
    await work();
    expect(await notesOf(refundId)).toHaveLength(1);
  });

  it('says who gave back what to whom, as it was then', async () => {
    const shop = { legalName: 'Porch Lamps GmbH', legalAddress: 'Weg 1\n10115 Berlin', taxNumber: 'DE123' };
    await saveSettings({ ...DEFAULT_SETTINGS, shopName: 'Lamps', timeZone: 'Asia/Tokyo', ...shop }, owner);
    const items = [
      { name: 'Lamp', quantity: 2, unitMinor: 1000 },
      { name: 'Bulb', quantity: 1, unitMinor: 400 },
    ];
    const whole = {
      items,
      totalMinor: 2900,
      shippingMinor: 500,
      taxMinor: 463,
      methodLabel: 'Visa •••• 4242',
    };
    const { order, refundId } = await aPendingRefund({ ...whole, paidAt: '2026-11-20T16:00:00Z' });
    await settleRefund(refundId, done);
    await saveSettings({ ...DEFAULT_SETTINGS, shopName: 'Another name' }, owner);
    await db.order.update({ where: { id: order.id }, data: { number: 'OTHER', taxMinor: 1 } });
    expect(await contentsOf(refundId)).toEqual([
      {
        shop: { name: 'Lamps', legalName: shop.legalName, address: shop.legalAddress, taxNumber: 'DE123' },
        issuedOn: '2026-11-21',
        order: { number: order.number, paidOn: '2026-11-21', method: 'Visa •••• 4242' },
        currency: 'EUR',
        amountMinor: 2900,
        taxMinor: 463,
        orderTax: null,
        lines: [
          { name: 'Lamp', quantity: 2, amountMinor: 2000 },
          { name: 'Bulb', quantity: 1, amountMinor: 400 },
        ],
        shippingMinor: 500,
        isWhole: true,
        cancels: null,
      },
    ]);
  });

  it('guesses neither the tax of a part nor prices that do not make the sum', async () => {
    const part = await aPendingRefund({ taxMinor: 383 }, 1000);
    await settleRefund(part.refundId, done);
    const [first] = await contentsOf(part.refundId);
    expect(first).toMatchObject({ taxMinor: null, orderTax: { taxMinor: 383, totalMinor: 2400 }, lines: [] });
    const cheaper = await aPendingRefund({ totalMinor: 2000 });
    await settleRefund(cheaper.refundId, done);
    const [second] = await contentsOf(cheaper.refundId);
    expect(second).toMatchObject({ taxMinor: null, orderTax: null, isWhole: true });
    expect(second?.lines).toEqual([{ name: 'Candle', quantity: 1, amountMinor: null }]);
  });

  it('is cancelled by one with a number of its own when the bank sends the money back', async () => {
    const { refundId } = await aPendingRefund();
    await settleRefund(refundId, done);
    passTime(DAY);
    await Promise.all([settleRefund(refundId, bounced), settleRefund(refundId, bounced)]);
    const [credit, cancellation, ...more] = await notesOf(refundId);
    expect(more).toEqual([]);
    expect(cancellation?.number).toBe((credit?.number ?? 0) + 1);
    const [before, after] = await contentsOf(refundId);
    const number = `CN-2026-${String(credit?.number).padStart(5, '0')}`;
    expect(after).toEqual({ ...before, issuedOn: '2026-11-22', cancels: { number, reason: 'came-back' } });
  });

  it('is not written for one that failed before it was complete', async () => {
    const { refundId } = await aPendingRefund();
    await settleRefund(refundId, bounced);
    expect(await notesOf(refundId)).toEqual([]);
  });

  it('follows the tick of one that is paid by hand, and its taking back', async () => {
    const order = await anOrder({ provider: 'manual', paymentRef: undefined });
    const refundId = await askForRefund(order);
    await work();
    await Promise.all([tickRefund({ refundId }, owner), tickRefund({ refundId }, owner)]);
    expect(await notesOf(refundId)).toHaveLength(1);
    await undoTick({ refundId }, owner);
    expect((await contentsOf(refundId))[1]?.cancels?.reason).toBe('not-paid');
    await tickRefund({ refundId }, owner);
    expect((await contentsOf(refundId)).map(({ cancels }) => cancels === null)).toEqual([true, false, true]);
  });
});

describe('a refund that was made past this site', () => {
  it('gets a receipt when it was made at the provider for an order that was known', async () => {
    const order = await anOrder({ paymentRef: `pretend_ok_f${newId()}` });
    const found = {
      ...{ id: `pre_${newId()}`, paymentRef: order.paymentRef, amountMinor: 700, currency: 'EUR' },
      ...{ state: 'succeeded' as const, failureReason: null, refundId: null },
    };
    const times = [new Date(order.createdAt.getTime() + SECOND), new Date(order.createdAt.getTime() - DAY)];
    for (const [index, madeAt] of times.entries()) {
      const one = { ...found, id: `${found.id}${index}`, madeAt };
      expect(await transaction((tx) => recordForeignRefund(tx, pretend.name, one))).toBe(true);
    }
    const refunds = await db.refund.findMany({ where: { orderId: order.id }, orderBy: { seq: 'asc' } });
    const notes = await Promise.all(refunds.map(({ id }) => notesOf(id)));
    expect(notes.map(({ length }) => length)).toEqual([1, 0]);
    // What another wrote the receipt of is not cancelled by us.
    await settleRefund(refunds[1]?.id ?? '', bounced);
    expect(await notesOf(refunds[1]?.id ?? '')).toEqual([]);
  });
});

describe('who sees the receipts of a refund', () => {
  const nobody: Viewer = { actor: null, guestOrderId: null };

  it('is whoever sees its tracker: the buyer, the staff, a guest with the code, the holder of the mailed link', async () => {
    const { order, refundId } = await aPendingRefund();
    const helper: Actor = { id: 'thehelper0000000', name: 'Hanno', role: 'helper', email: 'h@example.com' };
    const seen = (viewer: Viewer, key: string | null = null) =>
      receiptsPage(refundId, viewer, key, new Date());
    expect((await seen(buyerOf(order)))?.receipts).toEqual([]);
    expect((await refundPage(refundId, buyerOf(order), null, new Date()))?.receipt).toBeNull();
    await settleRefund(refundId, done);
    const [note] = await notesOf(refundId);
    const number = `CN-2026-${String(note?.number).padStart(5, '0')}`;
    const key = signViewKey({ id: refundId, orderId: order.id, linkNonce: 0 }, new Date());
    const withCode = { actor: null, guestOrderId: order.id };
    for (const viewer of [
      buyerOf(order),
      { ...nobody, actor: helper },
      { ...nobody, actor: owner },
      withCode,
    ])
      expect((await seen(viewer))?.receipts.map((receipt) => receipt.number)).toEqual([number]);
    expect((await seen(nobody, key))?.receipts).toHaveLength(1);
    expect((await refundPage(refundId, nobody, key, new Date()))?.receipt).toBe(number);
    const other = await aPendingRefund();
    const otherKey = signViewKey({ id: other.refundId, orderId: other.order.id, linkNonce: 0 }, new Date());
    expect(await seen(nobody)).toBeNull();
    expect(await seen(buyerOf(other.order))).toBeNull();
    for (const bad of [otherKey, '', 'x', `${key}x`]) expect(await seen(nobody, bad)).toBeNull();
    expect(await receiptsPage('nothing', { ...nobody, actor: owner }, null, new Date())).toBeNull();
    passTime(31 * DAY);
    expect(await seen(nobody, key)).toBeNull();
  });

  it('are told which one cancels which', async () => {
    const { order, refundId } = await aPendingRefund();
    await settleRefund(refundId, done);
    await settleRefund(refundId, bounced);
    const { receipts = [] } = (await receiptsPage(refundId, buyerOf(order), null, new Date())) ?? {};
    const [credit, cancellation] = receipts;
    expect(credit?.cancelledBy).toBe(cancellation?.number);
    expect(cancellation?.content.cancels?.number).toBe(credit?.number);
    expect(cancellation?.cancelledBy).toBeNull();
  });
});
