import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import type { MutePerson } from '@/lib/following/schema';

/** Stops hearing of what one person writes, or hears of it again; their posts stay readable. Asking twice does it once. */
export async function mutePerson(
  input: MutePerson,
  actor: Actor,
): Promise<Outcome<{ muted: boolean }, 'not-found' | 'own'>> {
  if (input.personId === actor.id) return { ok: false, reason: 'own' };
  const key = { personId: actor.id, mutedId: input.personId };
  return transaction(async (tx) => {
    if (!input.mute) {
      await tx.mute.deleteMany({ where: key });
      return { ok: true, muted: false };
    }
    if ((await tx.person.count({ where: { id: input.personId } })) === 0) {
      return { ok: false, reason: 'not-found' };
    }
    await tx.mute.upsert({
      where: { personId_mutedId: key },
      create: { ...key, at: now() },
      update: {},
    });
    return { ok: true, muted: true };
  });
}
