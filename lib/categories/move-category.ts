import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { holdCategories } from '@/lib/categories/hold-categories';
import { inOrder } from '@/lib/categories/queries';
import type { MoveCategory, MoveReason } from '@/lib/categories/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';

/** Puts a category at a place in the list, 0 the first, and numbers the others anew; only the owner may. A place beyond
 * the end is the end. It names the place and not the direction, so pressing a button twice moves once. */
export async function moveCategory(
  input: MoveCategory,
  actor: Actor,
): Promise<Outcome<{ position: number }, MoveReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    await holdCategories(tx);
    const all = await tx.category.findMany({ orderBy: inOrder, select: { id: true, position: true } });
    const mine = all.find((category) => category.id === input.id);
    if (!mine) return { ok: false, reason: 'not-found' } as const;
    const position = Math.min(input.position, all.length - 1);
    const others = all.filter((category) => category !== mine);
    const ordered = [...others.slice(0, position), mine, ...others.slice(position)];
    for (const [index, { id, position: before }] of ordered.entries()) {
      if (before !== index) await tx.category.update({ where: { id }, data: { position: index } });
    }
    return { ok: true, position } as const;
  });
}
