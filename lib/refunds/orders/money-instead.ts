import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Money } from '@/lib/money';
import { decideAsking } from '@/lib/refunds/decide-asking';
import { ORDERS_SHOWN } from '@/lib/refunds/orders/queries';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import { shopSettings } from '@/lib/settings/queries';

/** An order whose money goes back at one press. */
export type RefundableOrder = { id: string; number: string; amount: Money };

/** The orders that somebody whose question found no answer may have refunded instead, at once and by themselves: the one
 * they named beside the question, else those of their proven address.
 * @param named what the question's private details say of the order */
export async function moneyInstead(
  actor: Actor,
  named: { orderId: string | null; orderNumber: string },
): Promise<RefundableOrder[]> {
  if (actor.email === null) return [];
  const { refundWindowDays } = await shopSettings();
  const rows = await db.order.findMany({
    where: { email: actor.email },
    include: { refunds: { select: { amountMinor: true, state: true } } },
    orderBy: { createdAt: 'desc' },
    take: ORDERS_SHOWN,
  });
  const key = orderNumberKey(named.orderNumber);
  const meant =
    rows.find(({ id }) => id === named.orderId) ??
    rows.find(({ numberKey }) => key !== '' && numberKey === key);
  const at = now();
  return (meant ? [meant] : rows).flatMap((row) => {
    const asking = decideAsking(row, row.refunds, refundWindowDays, at);
    if (!asking.ok || asking.isLate) return [];
    const amount = { amountMinor: asking.amountMinor, currency: row.currency };
    return [{ id: row.id, number: row.number, amount }];
  });
}
