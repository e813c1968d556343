import { parseEmail } from '@/lib/accounts/email-address';
import { isPassword } from '@/lib/accounts/passwords';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { addressKey, tryUse } from '@/lib/web/rate-limit';

/** Checks an address and its password. Unknown addresses, people without a password and suspended people all take the
 * same work and get the same answer. Tries are counted per account and per client address; a mailed link stays open to
 * whoever was locked out by a stranger's guessing.
 * @param address of the client, as the server process determined it */
export async function signInWithPassword(
  input: { email: string; password: string },
  address: string,
): Promise<Outcome<{ personId: string }, 'wrong' | 'too-many'>> {
  const email = parseEmail(input.email);
  const byAddress = await tryUse('signInPerAddress', `password:${addressKey(address)}`);
  const byAccount = await tryUse('signInPerAccount', email ?? 'not-an-address');
  if (!byAddress.ok || !byAccount.ok) return { ok: false, reason: 'too-many' };
  const person = await db.person.findUnique({
    where: { email: email ?? '' },
    select: { id: true, passwordHash: true, suspendedAt: true },
  });
  const matches = await isPassword(input.password, person?.passwordHash ?? null);
  if (!person || !matches || person.suspendedAt) return { ok: false, reason: 'wrong' };
  return { ok: true, personId: person.id };
}
