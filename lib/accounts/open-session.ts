import { DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newToken } from '@/lib/secrets';

/** 30 days, rolling (defaults). */
export const SESSION_LENGTH = 30 * DAY;
/** The row is renewed at most once a day, so that reading pages does not write. */
export const RENEW_AFTER = DAY;
const USER_AGENT_MAX = 200;

/** Opens a session of a person on one device.
 * @returns its unguessable id, which goes into the signed cookie */
export async function openSession(personId: string, userAgent: string): Promise<string> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sessionVersion: true },
  });
  const at = now();
  const id = newToken();
  await db.session.create({
    data: {
      id,
      personId,
      version: person.sessionVersion,
      userAgent: userAgent.slice(0, USER_AGENT_MAX),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: later(at, SESSION_LENGTH),
    },
  });
  return id;
}
