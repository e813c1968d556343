import type { Actor } from '@/lib/accounts/schema';
import type { Details } from '@/lib/asking/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { orderNumberKey } from '@/lib/refunds/orders/rules';

/** Writes what only the asker and the shop see; nothing where nothing was given. The order is recognised by its number
 * among the orders of the asker's proven address: a number of somebody else's is as unknown as one that nobody has. */
export async function writeDetails(tx: Tx, threadId: string, details: Details, asker: Actor): Promise<void> {
  const { orderNumber, address, note } = details;
  if (!orderNumber && !address && !note) {
    // A row with files stays, for their sake.
    await tx.privateDetails.deleteMany({ where: { threadId, uploads: { none: {} } } });
  }
  const orderId = await ownOrder(tx, orderNumber, asker);
  const kept = { orderNumber, orderId, address, note, at: now() };
  const changed = await tx.privateDetails.updateMany({ where: { threadId }, data: kept });
  if (changed.count === 0 && (orderNumber || address || note))
    await tx.privateDetails.create({ data: { threadId, ...kept } });
}

async function ownOrder(tx: Tx, number: string, asker: Actor): Promise<string | null> {
  const numberKey = orderNumberKey(number);
  if (numberKey === '' || asker.email === null) return null;
  const order = await tx.order.findFirst({
    where: { numberKey, email: asker.email },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return order?.id ?? null;
}
