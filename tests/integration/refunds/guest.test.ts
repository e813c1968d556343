import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { addRefundReason } from '@/lib/refunds/add-refund-reason';
import { confirmOrderCode } from '@/lib/refunds/orders/confirm-order-code';
import { orderForGuest, orderPage, ordersOf } from '@/lib/refunds/orders/queries';
import { requestOrderCode } from '@/lib/refunds/orders/request-order-code';
import { sendOrderCode } from '@/lib/refunds/orders/send-order-code';
import { orderOfGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import { refundFor, refundPage } from '@/lib/refunds/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { RefundReasonForm, RefundRequest } from '@/lib/refunds/schema';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { limits, tryUse } from '@/lib/web/rate-limit';
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

async function codeFor(order: { id: string; number: string; email: string }): Promise<string> {
  await requestOrderCode({ number: order.number, email: order.email }, 'en');
  await work();
  const newest = await db.orderCode.findFirstOrThrow({
    where: { orderId: order.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `order-code:${newest.id}` } });
  return /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? '';
}

function wrong(code: string, n: number): string {
  return ((Number(code) + 1 + n) % 1_000_000).toString().padStart(6, '0');
}

describe('a guest proves an order', () => {
  it('R04: with the code that was mailed to its address, however the number is typed', async () => {
    const order = await anOrder();
    const code = await codeFor(order);
    expect(code).toMatch(/^\d{6}$/);
    const number = ` #${order.number.toLowerCase().replace('-', ' ')} `;
    const confirmed = await confirmOrderCode({ number, email: ` ${order.email.toUpperCase()} `, code });
    if (!confirmed.ok) throw new Error(confirmed.reason);
    expect(await orderOfGuestPass(confirmed.pass, new Date())).toBe(order.id);
    expect((await orderForGuest(order.id))?.number).toBe(order.number);
    expect(await confirmOrderCode({ number: order.number, email: order.email, code })).toMatchObject({
      ok: false,
    });
    passTime(15 * MINUTE);
    expect(await orderOfGuestPass(confirmed.pass, new Date())).toBeNull();
  });

  it('R04: and gets no pass by changing one', async () => {
    const order = await anOrder();
    const other = await anOrder();
    const confirmed = await confirmOrderCode({ ...order, code: await codeFor(order) });
    if (!confirmed.ok) throw new Error(confirmed.reason);
    const [, until, mac] = confirmed.pass.split('.');
    const forged = [
      `${other.id}.${until}.${mac}`,
      `${order.id}.zzzzzzzzz.${mac}`,
      confirmed.pass.slice(0, -1),
      `${confirmed.pass}A`,
      '',
      null,
    ];
    for (const pass of forged) expect(await orderOfGuestPass(pass, new Date())).toBeNull();
    await db.order.update({ where: { id: order.id }, data: { linkNonce: { increment: 1 } } });
    expect(await orderOfGuestPass(confirmed.pass, new Date())).toBeNull();
  });

  it('R04: gets the same answer, after the same work and never sooner, for what does not exist, and no mail', async () => {
    const order = await anOrder();
    const mails = await db.mail.count();
    const rows = () =>
      Promise.all([db.codeRequest.count(), db.job.count(), db.mail.count(), db.orderCode.count()]);
    const times: number[] = [];
    const left: number[][] = [];
    const typed = [
      ['NOPE-1', order.email],
      [order.number, 'somebody@example.org'],
      [order.number, 'not an address'],
      ['…', 'x'],
      [order.number, order.email],
    ];
    for (const [number = '', email = ''] of typed) {
      const before = await rows();
      const start = performance.now();
      expect(await requestOrderCode({ number, email }, 'en')).toEqual({ ok: true });
      times.push(performance.now() - start);
      left.push((await rows()).map((count, at) => count - (before[at] ?? 0)));
    }
    // None answers before the time that every answer takes, and all that each has done is to write down what was typed.
    expect(Math.min(...times)).toBeGreaterThan(240);
    expect(left).toEqual(typed.map(() => [1, 1, 0, 0]));
    await work();
    expect(await db.mail.count()).toBe(mails + 1);
    expect(await db.codeRequest.count()).toBe(0);
  });

  it('R04: gets one mail however often the job runs, and none once nobody waits for it any more', async () => {
    const order = await anOrder();
    await requestOrderCode(order, 'de');
    const request = await db.codeRequest.findFirstOrThrow();
    expect(request).toMatchObject({ number: order.number, email: order.email, language: 'de' });
    await Promise.all([1, 2, 3].map(() => sendOrderCode(request.id)));
    expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(1);
    await work();
    await requestOrderCode(order, 'en');
    passTime(15 * MINUTE);
    await work();
    expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(1);
    expect(await db.codeRequest.count()).toBe(0);
  });

  it('R04: waits the same time for the answer to a code, whether there is an order or not', async () => {
    const order = await anOrder();
    const code = await codeFor(order);
    for (const typed of [order, { ...order, number: 'NOPE-1' }, { ...order, email: 'x@example.org' }]) {
      const start = performance.now();
      expect((await confirmOrderCode({ ...typed, code: wrong(code, 1) })).ok).toBe(false);
      expect(performance.now() - start).toBeGreaterThan(240);
    }
  });

  it('R04: has five tries in all, also when a hundred guesses come at once', async () => {
    const order = await anOrder();
    const code = await codeFor(order);
    const guesses = Array.from({ length: 100 }, (_, n) =>
      confirmOrderCode({ ...order, code: wrong(code, n) }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.every((answer) => !answer.ok)).toBe(true);
    const stored = await db.orderCode.findFirstOrThrow({ where: { orderId: order.id } });
    expect(stored.tries).toBe(5);
    expect(await confirmOrderCode({ ...order, code })).toMatchObject({ ok: false, reason: 'code-wrong' });
  });

  it('R04: gets at most five codes an hour, also when they are asked for at once', async () => {
    const order = await anOrder();
    await Promise.all(Array.from({ length: 12 }, () => requestOrderCode(order, 'en')));
    await work();
    expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(5);
    passTime(HOUR + MINUTE);
    await requestOrderCode(order, 'en');
    await work();
    expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(6);
  });

  it('R04: of orders of one mailbox, gets at most ten codes an hour, also when they are asked for at once', async () => {
    const first = await anOrder();
    const orders = [first, await anOrder({ email: first.email }), await anOrder({ email: first.email })];
    await Promise.all(
      orders.flatMap((order) => Array.from({ length: 5 }, () => requestOrderCode(order, 'en'))),
    );
    await work();
    expect(await db.orderCode.count({ where: { order: { email: first.email } } })).toBe(10);
  });

  it('R04: gets no third code in an hour in which all tries of two were wrong', async () => {
    const order = await anOrder();
    for (const codes of [1, 2]) {
      const code = await codeFor(order);
      expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(codes);
      await Promise.all([0, 1, 2, 3, 4].map((n) => confirmOrderCode({ ...order, code: wrong(code, n) })));
      passTime(MINUTE);
    }
    await requestOrderCode(order, 'en');
    await work();
    expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(2);
    passTime(HOUR);
    const code = await codeFor(order);
    expect(await confirmOrderCode({ ...order, code })).toMatchObject({ ok: true });
  });

  it('R04: uses a right code once, however many windows send it', async () => {
    const order = await anOrder();
    const code = await codeFor(order);
    const answers = await Promise.all([1, 2, 3].map(() => confirmOrderCode({ ...order, code })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('R04: has 15 minutes for it, and only the newest code counts', async () => {
    const order = await anOrder();
    const first = await codeFor(order);
    passTime(1000);
    const second = await codeFor(order);
    if (first !== second) expect((await confirmOrderCode({ ...order, code: first })).ok).toBe(false);
    passTime(15 * MINUTE + 1);
    expect((await confirmOrderCode({ ...order, code: second })).ok).toBe(false);
  });
});

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

it('R04: what is mailed is kept as a keyed hash, and asked for at most ten times an hour by one address', async () => {
  const order = await anOrder();
  const code = await codeFor(order);
  const { codeHash } = await db.orderCode.findFirstOrThrow({ where: { orderId: order.id } });
  expect(codeHash).toMatch(/^[\w-]{43}$/);
  expect(codeHash).not.toContain(code);
  expect(limits.orderLookup).toEqual({ points: 10, duration: 3600 });
  const answers = [];
  for (let time = 0; time < 12; time += 1) answers.push((await tryUse('orderLookup', 'one address')).ok);
  expect(answers.filter(Boolean)).toHaveLength(10);
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
