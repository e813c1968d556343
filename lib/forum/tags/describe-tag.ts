import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import type { DescribeTag, TagReason } from '@/lib/forum/tags/schema';
import { tellSearch } from '@/lib/forum/tags/tell-search';
import { foldForComparison } from '@/lib/text';

/** Gives a tag another spelling and a description. Its address stays, so links keep working. */
export async function describeTag(input: DescribeTag, actor: Actor): Promise<Outcome<object, TagReason>> {
  if (!isStaff(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const { id, name, description } = input;
    const changed = await tx.tag.updateMany({ where: { id }, data: { description } });
    if (changed.count === 0) return { ok: false, reason: 'not-found' } as const;
    const all = await tx.tag.findMany({ select: { id: true, name: true } });
    const mine = all.find((tag) => tag.id === id);
    if (mine?.name === name) return { ok: true } as const;
    const folded = foldForComparison(name);
    if (all.some((tag) => tag.id !== id && foldForComparison(tag.name) === folded)) {
      return { ok: false, reason: 'name-taken', field: 'name' } as const;
    }
    await tx.tag.update({ where: { id }, data: { name } });
    await tellSearch(tx, id);
    return { ok: true } as const;
  });
}
