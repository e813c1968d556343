import { expect, it } from 'vitest';
import { calendarDay, DAY, HOUR } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { refundFigures } from '@/lib/refunds/desk/figures-queries';
import { REASON_KINDS } from '@/lib/refunds/reasons';
import { anOrder } from './till';

const ZONE = 'Europe/Berlin';
const now = new Date('2026-11-25T10:00:00Z');
const ORDERS = 5;
const OF_EACH = 1000;
/** Steps through the period, over the change of the clocks, so that moments fall on every hour of a day. */
const STEP = (95 * DAY) / OF_EACH;

type Shape = { id: string; createdAt: Date; amountMinor: number; currency: string; reason: string | null };

/** Refunds of an order, some with a line for its first item alone; every tenth bounced, and every seventh gave no reason. */
async function manyRefunds(nth: number): Promise<Shape[]> {
  const currency = nth === 0 ? 'JPY' : 'EUR';
  const order = await anOrder({
    externalId: `figures-${nth}`,
    currency,
    totalMinor: 1_200_000_000,
    items: [
      { name: 'Candle', quantity: 2000, unitMinor: 300_000 },
      { name: `Lamp ${nth}`, quantity: 2000, unitMinor: 300_000 },
    ],
  });
  const [candle] = await db.orderItem.findMany({
    where: { orderId: order.id },
    orderBy: { position: 'asc' },
  });
  const rows = Array.from({ length: OF_EACH }, (_, index) => ({
    id: `figures${nth}x${String(index).padStart(5, '0')}`,
    orderId: order.id,
    seq: index + 1,
    amountMinor: 1_000_000 + index * 7 + nth,
    currency,
    provider: 'pretend',
    paymentRef: order.paymentRef,
    state: index % 10 === 9 ? ('failed' as const) : ('succeeded' as const),
    idempotencyKey: `figures-${nth}-${index}`,
    policySnapshot: '{}',
    requestedVia: index % 13 === 12 ? 'provider' : 'page',
    reasonKind: index % 7 === 6 ? null : (REASON_KINDS[index % REASON_KINDS.length] ?? null),
    createdAt: new Date(now.getTime() - index * STEP),
    updatedAt: now,
  }));
  await db.refund.createMany({ data: rows });
  const events = rows.flatMap(({ id, createdAt, state }) => [
    { id: `${id}a`, refundId: id, position: 0, toState: 'requested' as const, cause: 'buyer', at: createdAt },
    {
      id: `${id}b`,
      refundId: id,
      position: 1,
      fromState: 'submitting' as const,
      toState: state,
      cause: 'look-up',
      at: createdAt,
    },
  ]);
  await db.refundEvent.createMany({ data: events });
  const withLine = rows.filter((_row, index) => index % 3 === 0);
  const lines = withLine.map(({ id, amountMinor }) => {
    return { id: `${id}l`, refundId: id, orderItemId: candle?.id ?? '', quantity: 1, amountMinor };
  });
  await db.refundLine.createMany({ data: lines });
  return rows.map(({ reasonKind, ...row }) => ({ ...row, reason: reasonKind }));
}

it('thousands of refunds are counted by the database, exactly, by the days of the shop', async () => {
  const all: Shape[][] = [];
  for (let nth = 0; nth < ORDERS; nth += 1) all.push(await manyRefunds(nth));
  const started = performance.now();
  const figures = await refundFigures(90, now, ZONE);
  const took = performance.now() - started;
  console.log(`The figures of ${ORDERS * OF_EACH} refunds took ${took.toFixed(0)} ms.`);

  expect([figures.from, figures.to]).toEqual(['2026-08-28', '2026-11-25']);
  const isIn = ({ createdAt }: Shape) => calendarDay(createdAt, ZONE) >= figures.from;
  for (const currency of ['EUR', 'JPY']) {
    const left = all
      .flatMap((rows) => rows.filter((_row, index) => index % 10 !== 9))
      .filter((row) => row.currency === currency && isIn(row));
    const days = new Map<string, { amountMinor: number; count: number }>();
    for (const { createdAt, amountMinor } of left) {
      const day = calendarDay(createdAt, ZONE);
      const before = days.get(day) ?? { amountMinor: 0, count: 0 };
      days.set(day, { amountMinor: before.amountMinor + amountMinor, count: before.count + 1 });
    }
    const shown = figures.money.find((money) => money.currency === currency);
    expect(shown?.totalMinor).toBe(left.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
    expect(shown?.days).toHaveLength(90);
    for (const { day, ...money } of shown?.days ?? [])
      expect(money, day).toEqual(days.get(day) ?? { amountMinor: 0, count: 0 });
  }
  // Beyond what 32 bits hold.
  expect(figures.money[0]?.totalMinor).toBeGreaterThan(2 ** 31);

  const asked = all.map((rows) => rows.filter((row, index) => index % 13 !== 12 && isIn(row)));
  expect(figures.asked).toBe(asked.flat().length);
  const reasonsOf = (rows: readonly Shape[]) => {
    const counts: Record<string, number> = {};
    for (const { reason } of rows) counts[reason ?? 'none'] = (counts[reason ?? 'none'] ?? 0) + 1;
    return counts;
  };
  const shownReasons = (rows: readonly { reason: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
  expect(shownReasons(figures.reasons)).toEqual(reasonsOf(asked.flat()));
  const candle = figures.products.find(({ product }) => product === 'Candle');
  expect(candle?.count).toBe(asked.flat().length);
  expect(shownReasons(candle?.reasons ?? [])).toEqual(reasonsOf(asked.flat()));
  for (const [nth, rows] of asked.entries()) {
    // Those with a line are for the candle alone.
    const forLamp = rows.filter(({ id }) => Number(id.slice(-5)) % 3 !== 0);
    const lamp = figures.products.find(({ product }) => product === `Lamp ${nth}`);
    expect(lamp?.count).toBe(forLamp.length);
    expect(shownReasons(lamp?.reasons ?? [])).toEqual(reasonsOf(forLamp));
  }
});

it('a refund belongs to the day of the shop on which it left, to the millisecond, also when the clocks change', async () => {
  const order = await anOrder({ externalId: 'figures-edge', currency: 'SEK', totalMinor: 100_000 });
  // Berlin's 25 October 2026 has 25 hours: from 22:00 UTC the evening before to 23:00 UTC.
  const start = new Date('2026-10-24T22:00:00Z').getTime();
  const moments = [start - 1, start, start + 25 * HOUR - 1, start + 25 * HOUR];
  for (const [index, at] of moments.entries()) {
    const id = `figuresedge0000${index}`;
    const moment = new Date(at);
    await db.refund.create({
      data: {
        id,
        orderId: order.id,
        seq: index + 1,
        amountMinor: 10 ** index,
        currency: 'SEK',
        provider: 'pretend',
        paymentRef: order.paymentRef,
        state: 'succeeded',
        idempotencyKey: id,
        policySnapshot: '{}',
        requestedVia: 'page',
        createdAt: moment,
        updatedAt: moment,
      },
    });
    const step = { toState: 'succeeded', cause: 'webhook', at: moment } as const;
    await db.refundEvent.create({ data: { id: `${id}e`, refundId: id, position: 0, ...step } });
  }
  const { money } = await refundFigures(90, now, ZONE);
  const days = money.find(({ currency }) => currency === 'SEK')?.days.filter(({ count }) => count > 0);
  expect(days).toEqual([
    { day: '2026-10-24', amountMinor: 1, count: 1 },
    { day: '2026-10-25', amountMinor: 110, count: 2 },
    { day: '2026-10-26', amountMinor: 1000, count: 1 },
  ]);
});
