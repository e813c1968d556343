import { messageOf } from '@/lib/errors';
import { requestRefund } from '@/lib/refunds/request-refund';
import { buyerOf } from '../an-order';

export type Press = { order: { id: string; email: string }; times: number; amountMinor?: number };
/** What the callers saw: each refund, each refusal and each error (an answer of 500) once. */
export type Pressed = { refunds: string[]; refused: string[]; thrown: string[] };

/** The buyer presses the button of one order many times at once, as two tabs, three devices and a stuck mouse do. */
export async function pressTogether({ order, times, amountMinor }: Press): Promise<Pressed> {
  const asked = await Promise.allSettled(
    Array.from({ length: times }, () =>
      requestRefund({ orderId: order.id, amountMinor }, buyerOf(order), 'page'),
    ),
  );
  const outcomes = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return {
    refunds: distinct(outcomes.flatMap((one) => (one.ok ? [one.refundId] : []))),
    refused: distinct(outcomes.flatMap((one) => (one.ok ? [] : [one.reason]))),
    thrown: distinct(asked.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []))),
  };
}

/** What several processes saw, as one. */
export function together(seen: readonly Pressed[]): Pressed {
  return {
    refunds: distinct(seen.flatMap((one) => one.refunds)),
    refused: distinct(seen.flatMap((one) => one.refused)),
    thrown: distinct(seen.flatMap((one) => one.thrown)),
  };
}

function distinct(words: string[]): string[] {
  return [...new Set(words)];
}
