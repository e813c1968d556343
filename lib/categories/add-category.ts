import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { nextPosition, slugCandidates } from '@/lib/categories/ensure-category';
import { holdCategories } from '@/lib/categories/hold-categories';
import type { AddCategory } from '@/lib/categories/schema';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { foldForComparison } from '@/lib/text';

/** Adds a category at the end of the list; only the owner may. A name that differs only in case or accents is taken. */
export async function addCategory(
  input: AddCategory,
  actor: Actor,
): Promise<Outcome<{ id: string; slug: string }, 'not-allowed' | 'name-taken'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await transaction(async (tx) => {
      await holdCategories(tx);
      const all = await tx.category.findMany({ select: { name: true, slug: true } });
      const folded = foldForComparison(input.name);
      const slug = slugCandidates(input.name).find((one) => !all.some((category) => category.slug === one));
      if (!slug || all.some((category) => foldForComparison(category.name) === folded)) {
        return { ok: false, reason: 'name-taken', field: 'name' } as const;
      }
      const position = await nextPosition(tx);
      const row = { id: newId(), slug, name: input.name, description: input.description, position };
      await tx.category.create({ data: row });
      return { ok: true, id: row.id, slug } as const;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: 'name-taken', field: 'name' };
    throw error;
  }
}
