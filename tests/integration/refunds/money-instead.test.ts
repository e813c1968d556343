import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { countStatements } from '@/lib/db/count-statements';
import { moneyInstead } from '@/lib/refunds/orders/money-instead';
import { anOrder, askForRefund, buyerOf, startClock } from './till';

beforeEach(() => startClock());
afterEach(() => {
  vi.useRealTimers();
});

const nothing: Parameters<typeof moneyInstead>[1] = { orderId: null, orderNumber: '' };
let buyers = 0;

/** Somebody with so many orders of €24.00. */
async function aBuyer(count: number) {
  buyers += 1;
  const email = `asker${buyers}@example.com`;
  const orders = [];
  for (let made = 0; made < count; made += 1) orders.push(await anOrder({ email }));
  return { actor: buyerOf({ email }).actor as Actor, orders };
}

const numbersOf = async (actor: Actor, named = nothing) =>
  (await moneyInstead(actor, named)).map(({ number }) => number).sort();

test('the order that was named beside the question is offered, by its row or by its number as typed', async () => {
  const { actor, orders } = await aBuyer(3);
  const [first, second] = orders;
  if (!first || !second) throw new Error('Three orders were made.');
  expect(await moneyInstead(actor, { orderId: second.id, orderNumber: 'whatever' })).toEqual([
    { id: second.id, number: second.number, amount: { amountMinor: 2400, currency: 'EUR' } },
  ]);
  const typed = `# ${first.number.toLowerCase()}`;
  expect(await numbersOf(actor, { orderId: null, orderNumber: typed })).toEqual([first.number]);
});

test('where none was named, or one that nobody knows, the orders of the proven address are', async () => {
  const { actor, orders } = await aBuyer(2);
  const numbers = orders.map(({ number }) => number).sort();
  expect(await numbersOf(actor)).toEqual(numbers);
  expect(await numbersOf(actor, { orderId: null, orderNumber: 'X-404' })).toEqual(numbers);
});

test('what is refunded, disputed or somebody else’s is not offered, nor is another instead of the named one', async () => {
  const { actor, orders } = await aBuyer(2);
  const [first, second] = orders;
  if (!first || !second) throw new Error('Two orders were made.');
  await askForRefund(first);
  expect(await numbersOf(actor)).toEqual([second.number]);
  expect(await numbersOf(actor, { orderId: first.id, orderNumber: first.number })).toEqual([]);
  await askForRefund(second, 1400);
  expect(await moneyInstead(actor, nothing)).toMatchObject([{ amount: { amountMinor: 1000 } }]);
  const stranger = (await aBuyer(0)).actor;
  expect(await moneyInstead(stranger, { orderId: second.id, orderNumber: second.number })).toEqual([]);
  expect(await moneyInstead({ ...actor, email: null }, nothing)).toEqual([]);
});

test('it costs the same few statements however many orders there are', async () => {
  const count = async (actor: Actor) => {
    const counted = { statements: 0 };
    await countStatements(counted, () => moneyInstead(actor, nothing));
    return counted.statements;
  };
  const few = (await aBuyer(1)).actor;
  const many = (await aBuyer(12)).actor;
  await count(few);
  expect(await count(many)).toBe(await count(few));
  expect(await count(many)).toBeLessThanOrEqual(2);
});
