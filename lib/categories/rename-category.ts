import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { holdCategories } from '@/lib/categories/hold-categories';
import type { CategoryReason, RenameCategory } from '@/lib/categories/schema';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { foldForComparison } from '@/lib/text';

/** Gives a category another name and description; only the owner may. Its address stays, so links keep working. */
export async function renameCategory(
  input: RenameCategory,
  actor: Actor,
): Promise<Outcome<{ slug: string }, CategoryReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await transaction(async (tx) => {
      await holdCategories(tx);
      const all = await tx.category.findMany({ select: { id: true, name: true, slug: true } });
      const mine = all.find((category) => category.id === input.id);
      if (!mine) return { ok: false, reason: 'not-found' } as const;
      const folded = foldForComparison(input.name);
      if (all.some((category) => category !== mine && foldForComparison(category.name) === folded)) {
        return { ok: false, reason: 'name-taken', field: 'name' } as const;
      }
      await tx.category.update({
        where: { id: mine.id },
        data: { name: input.name, description: input.description },
      });
      return { ok: true, slug: mine.slug } as const;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: 'name-taken', field: 'name' };
    throw error;
  }
}
