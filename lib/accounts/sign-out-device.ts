import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { hashToken } from '@/lib/secrets';

/** Signs one of the person's own devices out. A device that is gone already is signed out, too.
 * @param device hash of the session's id, as the account page shows it */
export async function signOutDevice(
  input: { device: string },
  actor: Actor,
): Promise<Outcome<object, never>> {
  const sessions = await db.session.findMany({ where: { personId: actor.id }, select: { id: true } });
  const found = sessions.find((session) => hashToken(session.id) === input.device);
  if (found) await db.session.deleteMany({ where: { id: found.id, personId: actor.id } });
  return { ok: true };
}
