import { db } from '@/lib/db/client';
import { anOrder } from '../an-order';
import { type Press, type Pressed, together } from './press';

/** Presses from one process; a storm may have several. */
export type Presser = (press: Press) => Promise<Pressed>;

export type ClickTally = {
  presses: number;
  /** Orders whose callers did not all see one and the same refund. */
  divided: number;
  /** Different errors that callers would have seen as a 500. */
  thrown: string[];
  /** Other answers than the refund. */
  refused: string[];
  orders: number;
  refunds: number;
  atProvider: number;
};

/** Every order is pressed many times at once, by all pressers together, and then paid.
 * @param pay does what is due, in one process or several */
export async function clickStorm(
  rounds: number,
  presses: number,
  pressers: readonly Presser[],
  pay: () => Promise<unknown>,
): Promise<ClickTally> {
  const tally = { presses: 0, divided: 0, thrown: [] as string[], refused: [] as string[] };
  const orders: string[] = [];
  const payments: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = await anOrder();
    const times = presses / pressers.length;
    const seen = together(await Promise.all(pressers.map((press) => press({ order, times }))));
    tally.presses += presses;
    tally.divided += seen.refunds.length === 1 ? 0 : 1;
    tally.thrown.push(...seen.thrown);
    tally.refused.push(...seen.refused);
    orders.push(order.id);
    payments.push(order.paymentRef);
    await pay();
  }
  const refunds = await db.refund.count({ where: { orderId: { in: orders } } });
  const atProvider = await db.pretendRefund.count({ where: { paymentRef: { in: payments } } });
  return { ...tally, orders: rounds, refunds, atProvider };
}

export type PartTally = { orders: number; made: number; thrown: string[]; mostMinor: number };

/** Ten parts of 30 % are asked for at once, of every order. @returns how many were made in all, and the most of one order */
export async function partStorm(
  rounds: number,
  pressers: readonly Presser[],
  pay: () => Promise<unknown>,
): Promise<PartTally> {
  const tally: PartTally = { orders: rounds, made: 0, thrown: [], mostMinor: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const order = await anOrder({ totalMinor: 1000 });
    const times = 10 / pressers.length;
    const press = { order, times, amountMinor: 300 };
    const seen = together(await Promise.all(pressers.map((presser) => presser(press))));
    tally.thrown.push(...seen.thrown);
    await pay();
    const books = await db.pretendRefund.findMany({ where: { paymentRef: order.paymentRef } });
    tally.made += books.length;
    const sum = books.reduce((total, { amountMinor }) => total + amountMinor, 0);
    tally.mostMinor = Math.max(tally.mostMinor, sum);
  }
  return tally;
}
