import type { Actor } from '@/lib/accounts/schema';
import { readPrivateFiles } from '@/lib/asking/private-files';
import type { Details } from '@/lib/asking/schema';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import { attachUploads } from '@/lib/uploads/attach-uploads';

/** Writes what only the asker and the shop see; nothing where nothing was given. The order is recognised by its number
 * among the orders of the asker's proven address: a number of somebody else's is as unknown as one that nobody has.
 * @param holder the browser that gave the files, where it was not known yet who asks */
export async function writeDetails(
  tx: Tx,
  threadId: string,
  details: Details,
  asker: Actor,
  holder: string | null = null,
): Promise<void> {
  const { orderNumber, address, note } = details;
  const files = readPrivateFiles(details.privateFiles).map(({ fileName }) => fileName);
  const hasWords = Boolean(orderNumber || address || note);
  if (hasWords || files.length > 0) {
    const orderId = await ownOrder(tx, orderNumber, asker);
    const kept = { orderNumber, orderId, address, note, at: now() };
    const changed = await tx.privateDetails.updateMany({ where: { threadId }, data: kept });
    if (changed.count === 0) await tx.privateDetails.create({ data: { threadId, ...kept } });
  }
  await attachUploads(tx, { detailsId: threadId }, files, { actorId: asker.id, holder });
  // Files that are not the asker's were not attached.
  if (!hasWords) await tx.privateDetails.deleteMany({ where: { threadId, uploads: { none: {} } } });
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
