import { endSessions } from '@/lib/accounts/end-sessions';
import { canSuspend } from '@/lib/accounts/policy';
import type { Actor, SuspensionForm } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recordModeration } from '@/lib/moderation/record-entry';

type Reason = 'not-allowed' | 'not-found';

/** Lifts a suspension; whoever may suspend a person may do this. Sessions from before stay dead. */
export async function reinstatePerson(input: SuspensionForm, actor: Actor): Promise<Outcome<object, Reason>> {
  return await transaction(async (tx): Promise<Outcome<object, Reason>> => {
    const person = await tx.person.findUnique({
      where: { id: input.personId },
      select: { id: true, role: true },
    });
    if (!person) return { ok: false, reason: 'not-found' };
    if (!canSuspend(actor, person)) return { ok: false, reason: 'not-allowed' };
    const changed = await tx.person.updateMany({
      where: { id: person.id, suspendedAt: { not: null } },
      data: { suspendedAt: null },
    });
    if (changed.count === 0) return { ok: true };
    await endSessions(tx, person.id);
    await recordModeration(tx, {
      action: 'reinstate',
      subjectKind: 'person',
      subjectId: person.id,
      byId: actor.id,
      reason: input.reason,
    });
    return { ok: true };
  });
}
