import { db } from '@/lib/db/client';

/** What is left of a deleted account in the books of refunds: nothing that names it. Orders, amounts and timelines belong to
 * the shop's books and stay, with the address they were ordered under, under which a guest finds them again. */
export async function forgetRequester(personId: string): Promise<void> {
  await db.refund.updateMany({ where: { requestedById: personId }, data: { requestedById: null } });
}
