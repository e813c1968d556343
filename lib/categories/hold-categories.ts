import { GENERAL_SLUG } from '@/lib/categories/schema';
import type { Tx } from '@/lib/db/transaction';

/** Lets only one change of the list of categories happen at a time, until the transaction ends. Names are compared and
 * positions given over the whole list, so a lock on the one row being changed would not do; the general category is
 * always there and stands for the list. */
export async function holdCategories(tx: Tx): Promise<void> {
  await tx.category.updateMany({ where: { slug: GENERAL_SLUG }, data: { position: { increment: 0 } } });
}
