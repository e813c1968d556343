import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { orderPage } from '@/lib/refunds/orders/queries';
import { refundPage } from '@/lib/refunds/queries';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { forgetShopSettings } from '@/lib/settings/queries';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  mailsAbout,
  owner,
  passTime,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  await setWindow(0);
  vi.useRealTimers();
});

/** The owner changes the refund window; 0 = any time. */
async function setWindow(refundWindowDays: number): Promise<void> {
  const row = { key: 'shop', value: JSON.stringify({ refundWindowDays }), updatedAt: new Date() };
  await db.setting.upsert({ where: { key: 'shop' }, create: row, update: row });
  forgetShopSettings();
}

async function decisionOf(order: { id: string; email: string }) {
  return (await orderPage(order.id, buyerOf(order)))?.decision;
}

test('the window of the purchase counts after the owner has made it shorter', async () => {
  await setWindow(60);
  const order = await anOrder();
  await setWindow(14);
  passTime(58 * DAY);
  expect(await decisionOf(order)).toMatchObject({ ok: true, isLate: false });
  const refund = await refundOf(await askForRefund(order));
  expect(refund.state).toBe('requested');
  expect(JSON.parse(refund.policySnapshot)).toMatchObject({ windowDays: 60, refundableMinor: 2400 });
});

test('an order from before a kinder window has it, too', async () => {
  await setWindow(14);
  const order = await anOrder();
  passTime(40 * DAY);
  expect(await decisionOf(order)).toMatchObject({ isLate: true });
  await setWindow(60);
  expect(await decisionOf(order)).toMatchObject({ isLate: false });
  await setWindow(0);
  passTime(400 * DAY);
  expect(await decisionOf(order)).toMatchObject({ isLate: false });
  expect((await orderPage(order.id, buyerOf(order)))?.refundableUntil).toBeNull();
});

test('after the window nothing is refused: the owner is asked, both sides are told, and a yes pays', async () => {
  await setWindow(14);
  const order = await anOrder();
  passTime(30 * DAY);
  const refundId = await askForRefund(order);
  const asked = await refundOf(refundId);
  expect(asked).toMatchObject({ state: 'queued', promisedBy: new Date(Date.now() + DAY) });
  expect(asked.events.map(({ cause }) => cause)).toEqual(['window-closed']);
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-queued:${refundId}` } });
  expect(mail.text).toContain('The time for automatic refunds of this order has passed');
  expect(await askForRefund(order)).toBe(refundId);
  await work();
  expect(await db.pretendRefund.count({ where: { refundId } })).toBe(0);
  await releaseRefund({ refundId }, owner);
  await work();
  await workThrough(10_000);
  expect((await refundOf(refundId)).state).toBe('succeeded');
  expect(await mailsAbout(refundId)).toEqual(['queued', 'approved', 'succeeded']);
});

test('the owner may give money back after the window without asking themselves', async () => {
  await setWindow(14);
  const order = await anOrder();
  passTime(30 * DAY);
  const asked = await requestRefund({ orderId: order.id }, { actor: owner, guestOrderId: null }, 'page');
  expect(asked.ok && (await refundOf(asked.refundId)).state).toBe('requested');
});

test('a part can be asked of the owner, too, and be taken back while it waits', async () => {
  await setWindow(14);
  const order = await anOrder();
  passTime(30 * DAY);
  const refundId = await askForRefund(order, 700);
  expect(await decisionOf(order)).toEqual({
    ok: true,
    amount: { amountMinor: 1700, currency: 'EUR' },
    isLate: true,
  });
  const seen = await refundPage(refundId, buyerOf(order), null, new Date());
  expect(seen?.can).toMatchObject({ takeBack: true });
});
