import { RENEW_AFTER, SESSION_LENGTH } from '@/lib/accounts/open-session';
import { toActor } from '@/lib/accounts/queries';
import type { Actor } from '@/lib/accounts/schema';
import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';

type SessionRow = {
  version: number;
  lastSeenAt: Date;
  expiresAt: Date;
  sessionVersion: number;
  suspendedAt: Date | null;
  id: string;
  name: string;
  role: Actor['role'];
  email: string | null;
  language: string | null;
};

/** The person of a live session, or null: unknown, expired, signed out everywhere since, or suspended. One statement, because
 * every page of somebody signed in begins with it. */
export async function actorOfSession(sessionId: string): Promise<Actor | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s."version", s."lastSeenAt", s."expiresAt", p."sessionVersion", p."suspendedAt",
      p."id", p."name", p."role", p."email", p."language"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId" WHERE s."id" = ${sessionId}`;
  const at = now();
  if (!row || row.expiresAt <= at) return null;
  if (row.version !== row.sessionVersion || row.suspendedAt) return null;
  if (at.getTime() - row.lastSeenAt.getTime() > RENEW_AFTER) {
    await db.session.updateMany({
      where: { id: sessionId },
      data: { lastSeenAt: at, expiresAt: later(at, SESSION_LENGTH) },
    });
  }
  return toActor(row);
}
