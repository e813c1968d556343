import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import { authOptions, COOKIE_SECONDS, sessionCookieName } from '@/lib/accounts/auth-options';
import { openSession } from '@/lib/accounts/open-session';
import { isOwner, isStaff } from '@/lib/accounts/policy';
import { actorOfToken } from '@/lib/accounts/queries';
import type { Actor } from '@/lib/accounts/schema';
import { actorOfSession } from '@/lib/accounts/session-queries';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { secret } from '@/lib/secrets';
import type { Scope } from '@/lib/web/endpoint';

const sessionId = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  // A page that nobody is signed in on pays nothing for next-auth.
  if (!jar.has(sessionCookieName()) && !jar.has(`${sessionCookieName()}.0`)) return null;
  const session: unknown = await getServerSession(authOptions());
  if (typeof session !== 'object' || session === null || !('sid' in session)) return null;
  return typeof session.sid === 'string' ? session.sid : null;
});

/** Who is here, asked once per request: next-auth reads the cookie, our row decides. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const sid = await sessionId();
  return sid === null ? null : actorOfSession(sid);
});

/** The id of this browser's session, to mark it in the list of devices. */
export async function currentSessionId(): Promise<string | null> {
  return sessionId();
}

/** Who a bearer token speaks for. */
export function tokenActor(token: string): Promise<{ actor: Actor; scopes: Scope[] } | null> {
  return actorOfToken(token);
}

/** The signed-in person; visitors are sent to sign in and come back to `path`. */
export async function requireMember(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}

/** Guards a desk page: the owner and helpers; a visitor may sign in, for everybody else the page does not exist. */
export async function requireHelper(): Promise<Actor> {
  const actor = await requireMember('/desk');
  if (!isStaff(actor)) notFound();
  return actor;
}

/** Guards what only the owner may see. */
export async function requireOwner(): Promise<Actor> {
  const actor = await requireMember('/desk');
  if (!isOwner(actor)) notFound();
  return actor;
}

/** Signs this browser in: opens a session row and sets next-auth's cookie. Only from an action or route handler. */
export async function startSession(personId: string): Promise<void> {
  await forgetThisSession();
  const sid = await openSession(personId, (await headers()).get('user-agent') ?? '');
  const value = await encode({ token: { sid }, secret: secret('session'), maxAge: COOKIE_SECONDS });
  (await cookies()).set(sessionCookieName(), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/',
    maxAge: COOKIE_SECONDS,
  });
}

/** Signs this browser out: the row goes, then the cookie. */
export async function endSession(): Promise<void> {
  await forgetThisSession();
  (await cookies()).delete(sessionCookieName());
}

async function forgetThisSession(): Promise<void> {
  const sid = await sessionId();
  if (sid !== null) await db.session.deleteMany({ where: { id: sid } });
}
