import { encode } from 'next-auth/jwt';
import { COOKIE_SECONDS, sessionCookieName } from '@/lib/accounts/auth-options';
import { nameSkeleton } from '@/lib/accounts/names';
import { openSession } from '@/lib/accounts/open-session';
import { suspendPerson } from '@/lib/accounts/suspend-person';
import { now } from '@/lib/clock';
import { closeDb, db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { hashToken, newToken, secret } from '@/lib/secrets';

// A second process for tests: gives a running site its people, each with a session cookie and one token per scope, and
// prints them as JSON. The commands mail links for this; here it would only take time.
const SCOPES = ['read', 'write', 'moderate', 'admin'] as const;

async function aToken(personId: string, scopes: string, revoked = false): Promise<string> {
  const token = `plt_${newToken()}`;
  const revokedAt = revoked ? now() : null;
  const row = { id: newId(), personId, tokenHash: hashToken(token), label: 'Test', scopes, revokedAt };
  await db.apiToken.create({ data: { ...row, createdAt: now() } });
  return token;
}

async function equip(person: { id: string; name: string; email: string | null; role: string }) {
  const sid = await openSession(person.id, 'test');
  const session = await encode({ token: { sid }, secret: secret('session'), maxAge: COOKIE_SECONDS });
  const tokens: Record<string, string> = {
    all: await aToken(person.id, SCOPES.join(' ')),
    revoked: await aToken(person.id, SCOPES.join(' '), true),
  };
  for (const scope of SCOPES) tokens[scope] = await aToken(person.id, scope);
  return { ...person, cookie: `${sessionCookieName()}=${session}`, tokens };
}

async function join(name: string, email: string, role: 'member' | 'helper') {
  const person = { id: newId(), name, email, role };
  await db.person.create({ data: { ...person, nameSkeleton: nameSkeleton(name), createdAt: now() } });
  return equip(person);
}

const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const owner = await db.person.findUniqueOrThrow({
  where: { ownerSlot: 1 },
  select: { id: true, name: true, email: true, role: true },
});
const cast = {
  owner: await equip(owner),
  helper: await join('Hedda Hand', 'helper@example.com', 'helper'),
  ann: await join('Ann Asker', 'ann.private@example.com', 'member'),
  bob: await join('Bob Buyer', 'bob.private@example.com', 'member'),
  suspended: await join('Sid Silent', 'sid.private@example.com', 'member'),
  crowd: [] as Awaited<ReturnType<typeof join>>[],
};
// Limits are per person: a crowd lets a test post more than one person may.
for (const left of NUMBERS) {
  for (const right of NUMBERS.slice(0, 5)) {
    const address = `${left}.${right}.private@example.com`.toLowerCase();
    cast.crowd.push(await join(`Crowd ${left} ${right}`, address, 'member'));
  }
}
await suspendPerson({ personId: cast.suspended.id }, { ...owner, role: 'owner' });
console.log(JSON.stringify(cast));
await closeDb();
