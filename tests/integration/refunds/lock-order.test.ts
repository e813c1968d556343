import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { DAY } from '@/lib/clock';
import { db, type PrismaClient } from '@/lib/db/client';
import { processWide, takeProcessWide } from '@/lib/db/process-wide';
import { isConflict, transaction } from '@/lib/db/transaction';
import { lookAtPayment } from '@/lib/refunds/orders/look-at-payment';
import { recordForeignRefunds } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, settleRefund } from '@/lib/refunds/settle-refund';
import { anOrder, askForRefund, expectSoundBooks, passTime, startClock, work } from './till';

const CLIENT = 'database-client';
let conflicts: unknown[] = [];

/** Every transaction goes through `$transaction`, each try of its own: the ones that had to be tried again are kept. */
beforeAll(async () => {
  await db.refund.count();
  const client = takeProcessWide<PrismaClient>(CLIENT);
  if (!client) throw new Error('There is no client.');
  const watched = {
    async $transaction(...args: [never]) {
      try {
        return await client.$transaction(...args);
      } catch (error) {
        if (isConflict(error)) conflicts.push(error);
        throw error;
      }
    },
  };
  processWide(CLIENT, () => {
    return new Proxy(client, {
      get: (target, name) => Reflect.get(name === '$transaction' ? watched : target, name),
    });
  });
});
afterAll(async () => takeProcessWide<PrismaClient>(CLIENT)?.$disconnect());

beforeEach(() => {
  conflicts = [];
  startClock();
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

/** An order of which two parts are with the provider and have arrived there meanwhile. */
async function anOrderInTwoParts(name: string) {
  const paymentRef = `pretend_pending_${name}`;
  const order = await anOrder({ paymentRef });
  const parts = [await askForRefund(order, 1000), await askForRefund(order, 1000)];
  return { id: order.id, paymentRef, parts };
}

const done = { state: 'succeeded', cause: 'webhook' } as const;

it('two refunds of one order, settled by one transaction and each by another, do not wait in a circle', async () => {
  const { parts } = await anOrderInTwoParts('circle');
  await work();
  const [first = '', second = ''] = parts;
  conflicts = [];
  let begin = () => {};
  const other = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(() => settleRefund(second, done));
  await transaction(async (tx) => {
    await applyFinding(tx, first, done);
    // The counter of receipts is taken; from now on the other one takes whatever it can before it has to wait.
    begin();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await applyFinding(tx, second, done);
  });
  expect(await other).toBe(false);
  expect(conflicts).toEqual([]);
  expect(await db.creditNote.count({ where: { refundId: { in: parts } } })).toBe(2);
});

it('whatever settles refunds at the same time gives each its receipt, and nothing has to be tried again', async () => {
  const orders = [];
  for (let one = 0; one < 4; one += 1) orders.push(await anOrderInTwoParts(`lock${one}`));
  await work();
  passTime(DAY);
  conflicts = [];
  await Promise.all(
    orders.flatMap(({ id, paymentRef, parts }) => [
      lookAtPayment(id),
      ...parts.toReversed().map((part) => settleRefund(part, done)),
      lookAtPayment(id),
      recordForeignRefunds('pretend', paymentRef),
    ]),
  );
  expect(conflicts).toEqual([]);
  const ids = { in: orders.flatMap((order) => order.parts) };
  expect(await db.refund.count({ where: { id: ids, state: 'succeeded' } })).toBe(8);
  expect(await db.creditNote.count({ where: { refundId: ids } })).toBe(8);
});
