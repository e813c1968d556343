import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { requestRefundEndpoint } from '@/lib/refunds/api';
import { breakerLimits } from '@/lib/refunds/breaker/rules';
import { countRefundsForOwner } from '@/lib/refunds/desk/queries';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { RefundRequest } from '@/lib/refunds/schema';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  mailsAbout,
  owner,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

const { perPersonPerDay: PER_PERSON, totalMinorPerDay: TOTAL_MINOR } = breakerLimits(DEFAULT_SETTINGS);

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

describe('asking for a refund', () => {
  it('R01: makes one refund of fifty clicks at the same time, and tells all of them the same', async () => {
    const order = await anOrder();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => requestRefund({ orderId: order.id }, buyerOf(order), 'page')),
    );
    const ids = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.refundId : outcome.reason)));
    expect(ids.size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.repeated)).toHaveLength(1);
    await Promise.all([work(), work(), work()]);
    expect(await db.refund.count({ where: { orderId: order.id } })).toBe(1);
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
  });

  it('R06: never gives back more than was taken, however many parts are asked for at the same time', async () => {
    const order = await anOrder({ totalMinor: 1000 });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        requestRefund({ orderId: order.id, amountMinor: 300 }, buyerOf(order), 'api'),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
    expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.reason)).toEqual(
      Array(7).fill('amount-too-large'),
    );
    await work();
    await workThrough(10_000);
    const books = await db.pretendRefund.findMany({ where: { paymentRef: order.paymentRef } });
    expect(books.map((book) => book.amountMinor)).toEqual([300, 300, 300]);
    const rest = await requestRefund({ orderId: order.id }, buyerOf(order), 'page');
    expect(rest.ok && (await refundOf(rest.refundId)).amountMinor).toBe(100);
  });

  it('R03: does not find the order of somebody else, with or without a code of another order', async () => {
    const order = await anOrder();
    const other = await anOrder();
    const strangers = [
      buyerOf(other),
      { actor: null, guestOrderId: other.id },
      { actor: null, guestOrderId: null },
      {
        actor: { id: newId(), name: 'No Mail', role: 'member' as const, email: null },
        guestOrderId: null,
      },
      {
        actor: { id: newId(), name: 'Hela', role: 'helper' as const, email: 'hela@example.com' },
        guestOrderId: null,
      },
    ];
    for (const viewer of strangers) {
      const asked = await requestRefund({ orderId: order.id }, viewer, 'page');
      expect(asked).toEqual({ ok: false, reason: 'not-found' });
      const unknown = await requestRefund({ orderId: newId() }, viewer, 'page');
      expect(unknown).toEqual(asked);
      const ask = (orderId: string) =>
        requestRefundEndpoint.run({ params: {}, query: {}, input: { orderId }, actor: viewer.actor });
      expect(await ask(order.id)).toEqual(await ask(newId()));
      expect(await ask(order.id)).toMatchObject({ status: 404 });
    }
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(0);
    expect(await db.refund.count({ where: { orderId: order.id } })).toBe(0);
  });

  it('R05: takes amounts only as whole numbers from 1 to what is left', async () => {
    const order = await anOrder();
    const garbage = [
      0,
      -1,
      0.5,
      Number.NaN,
      2 ** 53,
      Number.POSITIVE_INFINITY,
      '2400',
      '1,000',
      [2400],
      { gt: 0 },
      null,
    ];
    for (const amountMinor of garbage) {
      expect(RefundRequest.safeParse({ orderId: order.id, amountMinor }).success).toBe(false);
    }
    expect(RefundRequest.safeParse({ orderId: order.id, currency: 'USD' }).success).toBe(false);
    const tooMuch = await requestRefund({ orderId: order.id, amountMinor: 2401 }, buyerOf(order), 'api');
    expect(tooMuch).toMatchObject({ ok: false, reason: 'amount-too-large' });
  });

  it.each([
    ['JPY', 2400],
    ['KWD', 1250],
  ])('R05: gives back exactly the %s that were taken', async (currency, totalMinor) => {
    const order = await anOrder({ currency, totalMinor });
    const refundId = await askForRefund(order);
    await work();
    await workThrough(10_000);
    expect(await refundOf(refundId)).toMatchObject({
      amountMinor: totalMinor,
      currency,
      state: 'succeeded',
    });
  });

  it('R22: lets what is above a day’s share wait for the owner, says so, and pays once it is released', async () => {
    const email = 'many@example.com';
    const orders = [];
    for (let i = 0; i < PER_PERSON + 3; i += 1) orders.push(await anOrder({ email }));
    const ids = await Promise.all(orders.map((order) => askForRefund(order)));
    const queued = await db.refund.findMany({ where: { id: { in: ids }, state: 'queued' } });
    expect(queued).toHaveLength(3);
    const refundId = queued[0]?.id ?? '';
    await work();
    expect(await mailsAbout(refundId)).toEqual(['queued']);
    expect((await refundOf(refundId)).state).toBe('queued');
    const member = { ...owner, role: 'helper' as const };
    expect(await releaseRefund({ refundId }, member)).toEqual({ ok: false, reason: 'not-allowed' });
    const released = await Promise.all([
      releaseRefund({ refundId }, owner),
      releaseRefund({ refundId }, owner),
    ]);
    expect(released.filter((outcome) => outcome.ok)).toHaveLength(1);
    await work();
    await workThrough(10_000);
    expect(await mailsAbout(refundId)).toEqual(['queued', 'approved', 'succeeded']);
    expect((await refundOf(refundId)).state).toBe('succeeded');
  });

  it('R22: fifty orders of one buyer in a minute: a day’s share goes, the rest waits with a promise, none is refused', async () => {
    const email = 'hurried@example.com';
    const orders: Awaited<ReturnType<typeof anOrder>>[] = [];
    while (orders.length < 50) orders.push(await anOrder({ email }));
    const ids = await Promise.all(orders.map((order) => askForRefund(order)));
    const mine = await db.refund.findMany({ where: { id: { in: ids } } });
    expect(mine.filter(({ state }) => state === 'requested')).toHaveLength(PER_PERSON);
    const queued = mine.filter(({ state }) => state === 'queued');
    expect(queued).toHaveLength(50 - PER_PERSON);
    expect(queued.every(({ promisedBy }) => promisedBy !== null && promisedBy > new Date())).toBe(true);
    await work();
    const paid = orders.map(({ paymentRef }) => paymentRef);
    expect(await db.pretendRefund.count({ where: { paymentRef: { in: paid } } })).toBe(PER_PERSON);
    expect(await countRefundsForOwner()).toBeGreaterThanOrEqual(queued.length);
  });

  it('R22: a crowd of new buyers together gets no more than a day’s total before the owner looks', async () => {
    const currency = 'CHF';
    const ids: string[] = [];
    for (let bot = 0; bot < 30; bot += 1) {
      ids.push(await askForRefund(await anOrder({ currency, totalMinor: TOTAL_MINOR / 20 })));
    }
    const queued = await db.refund.findMany({ where: { id: { in: ids }, state: 'queued' } });
    expect(queued).toHaveLength(10);
    expect(queued.map(({ id }) => ids.indexOf(id) >= 20)).not.toContain(false);
  });

  it('R05: takes a currency from nobody: it is the order’s, in its own smallest unit', async () => {
    for (const key of ['currency', 'amount', 'provider', 'paymentRef', 'state', 'idempotencyKey']) {
      expect(RefundRequest.safeParse({ orderId: 'x', [key]: 'USD' }).success, key).toBe(false);
    }
  });

  it('keeps what refunds stand on when the shop sends the order again', async () => {
    const order = await anOrder({ externalId: 'again' });
    await askForRefund(order, 1000);
    const send = (change: Partial<OrderInput>) =>
      saveOrder(
        OrderInput.parse({
          externalId: 'again',
          number: order.number,
          email: order.email,
          currency: 'EUR',
          totalMinor: 2400,
          ...change,
        }),
        owner,
      );
    expect(await send({ capturedMinor: 999 })).toMatchObject({
      ok: false,
      reason: 'captured-below-refunded',
    });
    expect(await send({ currency: 'USD' })).toMatchObject({ ok: false, reason: 'currency-fixed' });
    expect(await send({ paymentRef: 'pretend_ok_other', number: 'NEW-1' })).toMatchObject({
      change: 'updated',
    });
    const after = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect([after.paymentRef, after.number]).toEqual([order.paymentRef, 'NEW-1']);
  });
});
