import { transaction } from '@/lib/db/transaction';
import type { Holder } from '@/lib/drafts/schema';
import { trimDrafts } from '@/lib/drafts/trim-drafts';

/** At sign-in the drafts of the browser become the person's. Where the person has a newer one of the same form, that one
 * stays. */
export async function claimDrafts(browser: Holder, person: Holder): Promise<void> {
  const claimed = await transaction(async (tx) => {
    // A write first, so that a save of another tab comes before or after, not in between.
    const held = await tx.draft.updateMany({ where: { holder: browser }, data: { seq: { increment: 0 } } });
    if (held.count === 0) return false;
    for (const draft of await tx.draft.findMany({ where: { holder: browser } })) {
      const { id, key, seq, fields, updatedAt, expiresAt } = draft;
      const older = await tx.draft.updateMany({
        where: { holder: person, key, updatedAt: { lt: updatedAt } },
        data: { fields, updatedAt, expiresAt, seq: { increment: seq + 1 } },
      });
      const theirs = await tx.draft.count({ where: { holder: person, key } });
      if (older.count > 0 || theirs > 0) await tx.draft.delete({ where: { id } });
      else await tx.draft.update({ where: { id }, data: { holder: person } });
    }
    return true;
  });
  if (claimed) await trimDrafts(person);
}
