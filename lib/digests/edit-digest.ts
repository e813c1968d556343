import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { canDraft, canEdit } from '@/lib/digests/policy';
import { momentOfSave } from '@/lib/digests/rules';
import type { DigestChange, EditReason } from '@/lib/digests/schema';
import type { Outcome } from '@/lib/errors';

/** Changes the words of a day's digest, a draft or, for the owner, a published one.
 * @param change what is left out stays; with `basedOn`, a save by somebody else in between is not overwritten */
export async function editDigest(
  date: string,
  change: DigestChange,
  actor: Actor,
): Promise<Outcome<{ date: string }, EditReason>> {
  if (!canDraft(actor)) return { ok: false, reason: 'not-found' };
  return transaction(async (tx) => {
    // The write that changes nothing takes the row, so that everything below is decided alone.
    const locked = await tx.digest.updateMany({ where: { date }, data: { date } });
    if (locked.count === 0) return { ok: false, reason: 'not-found' } as const;
    const row = await tx.digest.findUniqueOrThrow({ where: { date }, include: { publication: true } });
    if (!canEdit(actor, { isPublished: row.publication !== null })) {
      return { ok: false, reason: 'not-allowed' } as const;
    }
    if (change.basedOn !== undefined && change.basedOn !== row.updatedAt.toISOString()) {
      return { ok: false, reason: 'changed-meanwhile' } as const;
    }
    const { title = row.title, body = row.body } = change;
    await tx.digest.update({
      where: { date },
      data: { title, body, updatedAt: momentOfSave(now(), row.updatedAt) },
    });
    return { ok: true, date } as const;
  });
}
