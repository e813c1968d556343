import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { confirmOrderCode } from '@/lib/refunds/orders/confirm-order-code';
import { orderForGuest } from '@/lib/refunds/orders/queries';
import { removeOldCodes } from '@/lib/refunds/orders/remove-old-codes';
import { requestOrderCode } from '@/lib/refunds/orders/request-order-code';
import { sendOrderCode } from '@/lib/refunds/orders/send-order-code';
import { orderOfGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import { limits, tryUse } from '@/lib/web/rate-limit';
import { anOrder, expectSoundBooks, passTime, startClock, work } from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

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

  it('R04: is forgotten two days later: the codes, and what was typed and could not be looked up', async () => {
    const order = await anOrder();
    await codeFor(order);
    await requestOrderCode(order, 'en');
    await removeOldCodes();
    expect([
      await db.orderCode.count({ where: { orderId: order.id } }),
      await db.codeRequest.count(),
    ]).toEqual([1, 1]);
    passTime(2 * DAY);
    await removeOldCodes();
    expect([
      await db.orderCode.count({ where: { orderId: order.id } }),
      await db.codeRequest.count(),
    ]).toEqual([0, 0]);
    await work();
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
