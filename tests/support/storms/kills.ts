import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/lib/db/client';
import { requestRefund } from '@/lib/refunds/request-refund';
import { anOrder, buyerOf } from '../an-order';
import type { FakeStripe } from '../fake-stripe';
import { ShopProcess } from './shop-process';

/** Each process that is killed has these to pay: half of them by HTTP at Stripe, whose answer takes a moment. */
const PAYMENTS = ['stripe', 'stripe', 'pretend_ok', 'pretend_timeout'] as const;
/** Every other process is killed so long after it began to work, at most; it needs about as long for its refunds. */
const KILLED_WITHIN_MS = 800;
/** The others are killed so long after Stripe was first asked, at most: around the call. */
const AROUND_THE_CALL_MS = 120;
/** Whatever a process does, it does not wait longer for its end. */
const AT_THE_LATEST_MS = 10_000;
/** Stripe's answer is on its way for so long, at most, after the money has moved. */
const ANSWER_TAKES_MS = 80;

export type KillTally = {
  kills: number;
  /** Refunds whose money had moved, and whose process was killed before it had written that down. */
  between: number;
  refunds: string[];
};

/** Kills one process after the other at a random moment while it pays. What they leave behind is for `settle` in the test. */
export async function killStorm(kills: number, stripe: FakeStripe): Promise<KillTally> {
  stripe.answersAfterMs = () => Math.random() * ANSWER_TAKES_MS;
  const refunds: string[] = [];
  const between = new Set<string>();
  let next = ShopProcess.start();
  for (let kill = 0; kill < kills; kill += 1) {
    const shop = await next;
    if (kill + 1 < kills) next = ShopProcess.start();
    for (const [index, payment] of PAYMENTS.entries()) {
      refunds.push(await askFor(payment, `kill${kill}_${index}`, stripe));
    }
    const asked = kill % 2 === 0 ? null : stripe.nextAsk();
    await shop.serve();
    if (asked) await Promise.race([asked, sleep(AT_THE_LATEST_MS)]);
    await sleep(Math.random() * (asked ? AROUND_THE_CALL_MS : KILLED_WITHIN_MS));
    await shop.kill();
    for (const refundId of await paidAndForgotten(stripe)) between.add(refundId);
  }
  return { kills, between: between.size, refunds };
}

async function askFor(payment: (typeof PAYMENTS)[number], name: string, stripe: FakeStripe): Promise<string> {
  const order =
    payment === 'stripe'
      ? await anOrder({
          provider: 'stripe',
          paymentRef: stripe.addPayment({ amountMinor: 100 }),
          totalMinor: 100,
        })
      : await anOrder({ paymentRef: `${payment}_${name}`, totalMinor: 100 });
  const outcome = await requestRefund({ orderId: order.id }, buyerOf(order), 'page');
  if (!outcome.ok) throw new Error(`The refund was refused: ${outcome.reason}`);
  return outcome.refundId;
}

/** Refunds that are still being paid as far as we know, while the provider has them. */
async function paidAndForgotten(stripe: FakeStripe): Promise<string[]> {
  const open = await db.refund.findMany({ where: { state: 'submitting' } });
  const made = await Promise.all(open.map((refund) => timesMade(refund, stripe)));
  return open.filter((_refund, index) => (made[index] ?? 0) > 0).map(({ id }) => id);
}

/** How often the provider made a refund. */
export async function timesMade(
  refund: { id: string; provider: string; paymentRef: string },
  stripe: FakeStripe,
): Promise<number> {
  if (refund.provider !== 'stripe') return db.pretendRefund.count({ where: { refundId: refund.id } });
  return stripe.made(refund.paymentRef).filter(({ refundId }) => refundId === refund.id).length;
}

/** How those refunds stand now. */
export async function fateOf(refunds: readonly string[], stripe: FakeStripe) {
  const rows = await db.refund.findMany({ where: { id: { in: [...refunds] } } });
  const made = await Promise.all(rows.map((refund) => timesMade(refund, stripe)));
  return {
    succeeded: rows.filter(({ state }) => state === 'succeeded').length,
    open: rows.filter(({ state }) => state !== 'succeeded').map(({ id, state }) => `${id} ${state}`),
    twice: made.filter((times) => times > 1).length,
    never: made.filter((times) => times === 0).length,
  };
}
