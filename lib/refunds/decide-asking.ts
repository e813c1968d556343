import { windowDaysOf } from '@/lib/refunds/orders/rules';
import { decideRefund, heldMinor, windowCloses } from '@/lib/refunds/rules';
import type { AskingRefusal, RefundState } from '@/lib/refunds/schema';

type Order = Parameters<typeof decideRefund>[0] & { policySnapshot: string };
type Refunds = readonly { amountMinor: number; state: RefundState }[];

/** What comes of asking for an order's money: how much, and whether the owner has to say yes first; or why nothing can. */
export type Asking =
  | { ok: true; amountMinor: number; isLate: boolean }
  | { ok: false; reason: AskingRefusal };

/** Decides with the window that counts for this order. Once that has passed the owner is asked, because a machine says no to
 * nobody.
 * @param windowDays of today's policy */
export function decideAsking(order: Order, refunds: Refunds, windowDays: number, now: Date): Asking {
  const counted = windowDaysOf(order.policySnapshot, windowDays);
  const decision = decideRefund(order, refunds, { windowDays: counted }, now);
  if (decision.ok) return { ...decision, isLate: false };
  if (decision.reason !== 'window-closed') return { ok: false, reason: decision.reason };
  return { ok: true, amountMinor: order.capturedMinor - heldMinor(refunds), isLate: true };
}

/** The last moment in which an order's refunds are approved by themselves, or null for any time. */
export function refundableUntil(
  order: Pick<Order, 'paidAt' | 'createdAt' | 'policySnapshot'>,
  windowDays: number,
): Date | null {
  return windowCloses(order, { windowDays: windowDaysOf(order.policySnapshot, windowDays) });
}
