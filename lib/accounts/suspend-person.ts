import { endSessions } from '@/lib/accounts/end-sessions';
import { canSuspend } from '@/lib/accounts/policy';
import type { Actor, SuspensionForm } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recordModeration } from '@/lib/moderation/record-entry';

type Reason = 'not-allowed' | 'not-found';

/** Suspends a person: they cannot sign in, their sessions end and their tokens stop, at once. What they wrote stays.
 * Suspending twice is suspending once. */
export async function suspendPerson(input: SuspensionForm, actor: Actor): Promise<Outcome<object, Reason>> {
  return await transaction(async (tx): Promise<Outcome<object, Reason>> => {
    const person = await tx.person.findUnique({
      where: { id: input.personId },
      select: { id: true, role: true },
    });
    if (!person) return { ok: false, reason: 'not-found' };
    if (!canSuspend(actor, person)) return { ok: false, reason: 'not-allowed' };
    const at = now();
    // With the role in the condition: whoever became a helper a moment ago is not suspended as a member.
    const changed = await tx.person.updateMany({
      where: { id: person.id, role: person.role, suspendedAt: null },
      data: { suspendedAt: at },
    });
    if (changed.count === 0) return { ok: true };
    await endSessions(tx, person.id);
    await recordModeration(tx, {
      action: 'suspend',
      subjectKind: 'person',
      subjectId: person.id,
      byId: actor.id,
      reason: input.reason,
      at,
    });
    return { ok: true };
  });
}
