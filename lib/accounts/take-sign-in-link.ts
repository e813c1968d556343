import { checkName, type NameProblem } from '@/lib/accounts/names';
import { staffNames } from '@/lib/accounts/queries';
import { isSameBrowser } from '@/lib/accounts/rules';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { shopSettings } from '@/lib/settings/queries';
import type { Language } from '@/lib/words/languages';

export type ConfirmReason = 'link-gone' | 'name-needed' | 'name-taken' | 'suspended' | NameProblem;
export type Confirmed = Outcome<{ personId: string; redirectTo: string; linkId: string }, ConfirmReason>;

type Named = { name: string; skeleton: string };
type Link = {
  id: string;
  email: string;
  redirectTo: string;
  passwordHash: string | null;
  browserHash: string | null;
};

/** Leaves the transaction with a reason, so that the link is not used up by it. */
class Refused extends Error {
  constructor(readonly reason: 'link-gone' | 'suspended' | 'name-needed') {
    super(reason);
  }
}

/** Uses up a link whose address was proven: signs its person in, or makes the person when the address is new. A link
 * works once, however many come together; a refused name leaves it usable. All other links to the address die with it,
 * save those that a question waits for: each of them is a text of its own.
 * @param link a row that was found by its token or its code
 * @param name as typed, for a new person
 * @param browserToken the cookie of this browser: only with it a password chosen at sign-up takes effect
 * @param language of the page: that of a new person, until they choose another */
export async function takeSignInLink(
  link: Link,
  name: string | undefined,
  browserToken: string | null,
  language: Language | null,
): Promise<Confirmed> {
  let named: Named | null = null;
  if (name !== undefined) {
    const { shopName } = await shopSettings();
    const checked = checkName(name, [shopName, ...(await staffNames(null))]);
    if (!checked.ok) return { ok: false, reason: checked.reason, field: 'name' };
    named = checked;
  }
  try {
    return await use(link, named, browserToken, language);
  } catch (error) {
    if (error instanceof Refused) {
      const field = error.reason === 'name-needed' ? { field: 'name' } : {};
      return { ok: false, reason: error.reason, ...field };
    }
    // Another link made the same person at this moment: now there is one to sign in.
    if (uniqueViolationOn(error, 'email')) return await use(link, named, browserToken, language);
    if (isUniqueViolation(error)) return { ok: false, reason: 'name-taken', field: 'name' };
    throw error;
  }
}

async function use(
  link: Link,
  named: Named | null,
  browserToken: string | null,
  language: Language | null,
): Promise<Confirmed> {
  const at = now();
  return await transaction(async (tx) => {
    const claimed = await tx.signInLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (claimed.count === 0) throw new Refused('link-gone');
    await tx.signInLink.updateMany({
      where: { email: link.email, usedAt: null, question: null },
      data: { usedAt: at },
    });
    const person = await tx.person.findUnique({
      where: { email: link.email },
      select: { id: true, suspendedAt: true },
    });
    if (person?.suspendedAt) throw new Refused('suspended');
    // Who opened a mail of ours gets our mail: what bounced before is forgotten.
    if (person) await tx.person.update({ where: { id: person.id }, data: { bounceScore: 0 } });
    const personId = person?.id ?? (await makePerson(tx, link, named, { browserToken, language, at }));
    await enqueue(tx, 'accounts.address-proven', { linkId: link.id, personId });
    return { ok: true, personId, redirectTo: link.redirectTo, linkId: link.id };
  });
}

async function makePerson(
  tx: Tx,
  link: Link,
  named: Named | null,
  { browserToken, language, at }: { browserToken: string | null; language: Language | null; at: Date },
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
      language,
      createdAt: at,
    },
  });
  return id;
}
