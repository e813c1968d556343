import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { addRefundReason } from '@/lib/refunds/add-refund-reason';
import { orderForGuest, orderPage, ordersOf } from '@/lib/refunds/orders/queries';
import { requestOrderCode } from '@/lib/refunds/orders/request-order-code';
import { refundFor, refundPage } from '@/lib/refunds/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { RefundReasonForm, RefundRequest } from '@/lib/refunds/schema';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
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
  vi.useRealTimers();
});

const nobody = { actor: null, guestOrderId: null };

it('R04: an order number and its address alone refund nothing, and show nothing', async () => {
  const order = await anOrder();
  await requestOrderCode(order, 'en');
  await work();
  for (const viewer of [nobody, { actor: null, guestOrderId: '' }]) {
    expect(await requestRefund({ orderId: order.id }, viewer, 'guest')).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await orderPage(order.id, viewer)).toBeNull();
  }
  expect(await orderForGuest(null)).toBeNull();
  expect(await db.refund.count({ where: { orderId: order.id } })).toBe(0);
});

describe('who sees an order and its refund', () => {
  it('R03: is its buyer and the staff, and nobody else', async () => {
    const order = await anOrder();
    const stranger = buyerOf(await anOrder());
    const refundId = await askForRefund(order);
    for (const viewer of [stranger, nobody]) {
      expect(await orderPage(order.id, viewer)).toBeNull();
      expect(await refundFor(refundId, viewer)).toBeNull();
      expect(await refundPage(refundId, viewer, null, new Date())).toBeNull();
      expect(await addRefundReason({ refundId, reason: 'mine now' }, viewer)).toMatchObject({ ok: false });
    }
    for (const viewer of [buyerOf(order), { actor: owner, guestOrderId: null }]) {
      expect((await refundFor(refundId, viewer))?.id).toBe(refundId);
    }
    const mine = await ordersOf(buyerOf(order).actor ?? owner);
    expect(mine.map((found) => found.id)).toEqual([order.id]);
    expect(await ordersOf({ ...owner, email: null })).toEqual([]);
  });

  it('R04: is also whoever holds the mailed link, for 30 days, to look and not to act', async () => {
    const order = await anOrder();
    const refundId = await askForRefund(order);
    const url = new URL(mailedTrackerUrl({ id: refundId, orderId: order.id, linkNonce: 0 }, new Date()));
    const key = url.searchParams.get('key');
    const seen = await refundPage(refundId, nobody, key, new Date());
    expect(seen?.can).toEqual({ addReason: false, askAgain: false, seeNotes: false, takeBack: false });
    expect(seen?.maskedEmail).not.toContain(order.email);
    const other = await askForRefund(await anOrder());
    expect(await refundPage(other, nobody, key, new Date())).toBeNull();
    for (const bad of ['', 'x', `${key}x`, key?.replace(/^./, 'z') ?? '']) {
      expect(await refundPage(refundId, nobody, bad, new Date())).toBeNull();
    }
    passTime(30 * DAY);
    expect(await refundPage(refundId, nobody, key, new Date())).toBeNull();
    passTime(-30 * DAY);
    await db.order.update({ where: { id: order.id }, data: { linkNonce: 1 } });
    expect(await refundPage(refundId, nobody, key, new Date())).toBeNull();
  });

  it('R24: keeps a reason as harmless text', async () => {
    const order = await anOrder();
    const refundId = await askForRefund(order);
    const reason = '=cmd()\u0000\u202E <b>late</b>';
    expect(await addRefundReason({ refundId, reason }, buyerOf(order))).toMatchObject({ ok: true });
    expect((await refundFor(refundId, buyerOf(order)))?.reason).toBe('=cmd() <b>late</b>');
    expect(await addRefundReason({ refundId, reason: ' \u200B ' }, buyerOf(order))).toMatchObject({
      ok: false,
    });
  });

  it('R24: a reason of 100 KB is refused in words, and none of any kind gets into a mail', async () => {
    const order = await anOrder();
    const refundId = await askForRefund(order);
    for (const reason of ['x'.repeat(100 * 1024), 'x'.repeat(501)]) {
      expect(RefundReasonForm.safeParse({ refundId, reason }).success).toBe(false);
      expect(RefundRequest.safeParse({ orderId: order.id, reason }).success).toBe(false);
    }
    const hostile = 'late\r\nBcc: all@example.com\r\n\r\n<script>x</script> @SUM(1+1) \u202Egnp.exe';
    await addRefundReason({ refundId, reason: hostile }, buyerOf(order));
    await work();
    await workThrough(10_000);
    const mails = await db.mail.findMany({ where: { toEmail: order.email } });
    expect(mails).toHaveLength(2);
    expect(JSON.stringify(mails)).not.toMatch(/Bcc|script>x|SUM/);
    const kept = (await refundFor(refundId, buyerOf(order)))?.reason ?? '';
    for (const hidden of ['\u202E', '\r']) expect(kept).not.toContain(hidden);
  });
});
