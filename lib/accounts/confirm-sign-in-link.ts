import { checkName, type NameProblem } from '@/lib/accounts/names';
import { staffNames } from '@/lib/accounts/queries';
import { isSameBrowser } from '@/lib/accounts/rules';
import type { ConfirmLinkForm } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, type Tx, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { hashToken } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';

type Reason = 'link-gone' | 'name-needed' | 'name-taken' | 'suspended' | NameProblem;
type Confirmed = Outcome<{ personId: string; redirectTo: string }, Reason>;
type Named = { name: string; skeleton: string };

/** Leaves the transaction with a reason, so that the link is not used up by it. */
class Refused extends Error {
  constructor(readonly reason: 'link-gone' | 'suspended' | 'name-needed') {
    super(reason);
  }
}

/** Uses a mailed link: signs its person in, or makes the person when the address is new. A link works once, however many
 * press the button together; a refused name leaves it usable. All other links to the address die with it.
 * @param browserToken the sign-up cookie of this browser: only with it a password chosen at sign-up takes effect */
export async function confirmSignInLink(
  input: ConfirmLinkForm,
  browserToken: string | null,
): Promise<Confirmed> {
  let named: Named | null = null;
  if (input.name !== undefined) {
    const { shopName } = await shopSettings();
    const checked = checkName(input.name, [shopName, ...(await staffNames(null))]);
    if (!checked.ok) return { ok: false, reason: checked.reason, field: 'name' };
    named = checked;
  }
  try {
    return await use(input.token, named, browserToken);
  } catch (error) {
    if (error instanceof Refused) {
      const field = error.reason === 'name-needed' ? { field: 'name' } : {};
      return { ok: false, reason: error.reason, ...field };
    }
    // Another link made the same person at this moment: now there is one to sign in.
    if (uniqueViolationOn(error, 'email')) return await use(input.token, named, browserToken);
    if (isUniqueViolation(error)) return { ok: false, reason: 'name-taken', field: 'name' };
    throw error;
  }
}

async function use(token: string, named: Named | null, browserToken: string | null): Promise<Confirmed> {
  const tokenHash = hashToken(token);
  // Read before the transaction, so that an unknown token writes nothing; the claim below decides.
  const link = await db.signInLink.findUnique({ where: { tokenHash } });
  if (!link) return { ok: false, reason: 'link-gone' };
  const at = now();
  return await transaction(async (tx) => {
    const claimed = await tx.signInLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (claimed.count === 0) throw new Refused('link-gone');
    await tx.signInLink.updateMany({ where: { email: link.email, usedAt: null }, data: { usedAt: at } });
    const person = await tx.person.findUnique({
      where: { email: link.email },
      select: { id: true, suspendedAt: true },
    });
    if (person?.suspendedAt) throw new Refused('suspended');
    const personId = person?.id ?? (await makePerson(tx, link, named, browserToken, at));
    return { ok: true, personId, redirectTo: link.redirectTo };
  });
}

type Link = { email: string; passwordHash: string | null; browserHash: string | null };

async function makePerson(
  tx: Tx,
  link: Link,
  named: Named | null,
  browserToken: string | null,
  at: Date,
): Promise<string> {
  if (named === null) throw new Refused('name-needed');
  const id = newId();
  await tx.person.create({
    data: {
      id,
      email: link.email,
      name: named.name,
      nameSkeleton: named.skeleton,
      passwordHash: isSameBrowser(link, browserToken) ? link.passwordHash : null,
      createdAt: at,
    },
  });
  return id;
}
