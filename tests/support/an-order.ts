import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import type { Viewer } from '@/lib/refunds/policy';

export const owner: Actor = { id: 'theowner00000000', name: 'Ola', role: 'owner', email: 'ola@example.com' };

let count = 0;

/** A paid order of €24.00, or what is said otherwise. */
export async function anOrder(facts: Partial<OrderInput> = {}) {
  count += 1;
  const input = OrderInput.parse({
    externalId: `shop-${count}`,
    number: `TP-${1000 + count}`,
    email: `buyer${count}@example.com`,
    currency: 'EUR',
    totalMinor: 2400,
    paidAt: '2026-11-20T10:00:00Z',
    paymentRef: `pretend_ok_${count}`,
    items: [{ name: 'Candle', quantity: 1, unitMinor: 2400 }],
    ...facts,
  });
  const saved = await saveOrder(input, owner);
  if (!saved.ok) throw new Error(`The order was refused: ${saved.reason}`);
  return db.order.findUniqueOrThrow({ where: { id: saved.orderId } });
}

/** The buyer of an order, signed in with its proven address. */
export function buyerOf(order: { email: string }): Viewer {
  return {
    actor: { id: `person-${order.email}`, name: 'Bea', role: 'member', email: order.email },
    guestOrderId: null,
  };
}
