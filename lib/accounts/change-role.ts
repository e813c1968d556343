import { endSessions } from '@/lib/accounts/end-sessions';
import { canChangeRole } from '@/lib/accounts/policy';
import type { Actor, RoleForm } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recordModeration } from '@/lib/moderation/record-entry';

type Reason = 'not-allowed' | 'not-found' | 'cannot-sign-in' | 'suspended';

/** The owner appoints or dismisses a helper. The person is signed out everywhere, so that no page opened before keeps
 * what the role allowed. Asking for the role they have does nothing. */
export async function changeRole(input: RoleForm, actor: Actor): Promise<Outcome<object, Reason>> {
  return await transaction(async (tx): Promise<Outcome<object, Reason>> => {
    const person = await tx.person.findUnique({
      where: { id: input.personId },
      select: { id: true, role: true, email: true, suspendedAt: true },
    });
    if (!person) return { ok: false, reason: 'not-found' };
    if (!canChangeRole(actor, person)) return { ok: false, reason: 'not-allowed' };
    if (input.role === 'helper' && person.email === null) return { ok: false, reason: 'cannot-sign-in' };
    if (input.role === 'helper' && person.suspendedAt) return { ok: false, reason: 'suspended' };
    const changed = await tx.person.updateMany({
      where: { id: person.id, role: { notIn: ['owner', input.role] } },
      data: { role: input.role },
    });
    if (changed.count === 0) return { ok: true };
    await endSessions(tx, person.id);
    await recordModeration(tx, {
      action: 'role',
      subjectKind: 'person',
      subjectId: person.id,
      byId: actor.id,
      reason: input.role === 'helper' ? 'Made a helper.' : 'No longer a helper.',
    });
    return { ok: true };
  });
}
