import path from 'node:path';
import { actorByEmail } from '@/lib/accounts/queries';
import { db } from '@/lib/db/client';
import { readRows } from '@/lib/imports/read-rows';
import { importOrder } from '@/lib/refunds/orders/import-order';
import { requestRefund } from '@/lib/refunds/request-refund';

/** Refunds of these stay for a visitor of the demo to press: payment references that simply work. */
const LEFT_TO_TRY = [
  'pretend_ok_2',
  'pretend_ok_3',
  'pretend_ok_4',
  'pretend_ok_5',
  'pretend_ok_6',
  'pretend_ok_7',
];

/** Imports the demo's orders and asks for one refund per outcome of the payment provider, as their buyers would; the
 * running site's worker pays them, so the outcomes come about before the visitor's eyes.
 * @returns how many orders there are */
export async function seedDemoOrders(): Promise<number> {
  let count = 0;
  for await (const row of readRows(path.resolve('prisma/seed/demo/orders.csv'))) {
    const result = 'error' in row ? { ok: false as const, reason: row.error } : await importOrder(row.value);
    if (!result.ok) throw new Error(`orders.csv, ${row.line}: ${result.reason}`);
    count += 1;
  }
  const orders = await db.order.findMany({
    where: { paymentRef: { notIn: LEFT_TO_TRY } },
    orderBy: { number: 'asc' },
  });
  for (const order of orders) {
    const buyer = await actorByEmail(order.email);
    if (!buyer) throw new Error(`Order ${order.number} is nobody's in people.json.`);
    await requestRefund({ orderId: order.id }, { actor: buyer, guestOrderId: null }, 'page');
  }
  return count;
}
