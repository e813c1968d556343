import { parseEmail } from '@/lib/accounts/email-address';
import { endSessions } from '@/lib/accounts/end-sessions';
import { checkName, type NameProblem, nameSkeleton } from '@/lib/accounts/names';
import { hashPassword } from '@/lib/accounts/passwords';
import { hasOwner, SET_UP_TOKEN, setUpState } from '@/lib/accounts/queries';
import { keptSetUpToken } from '@/lib/accounts/rules';
import type { SetUpForm } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { nameShop } from '@/lib/settings/name-shop';
import { forgetShopSettings } from '@/lib/settings/queries';
import type { Language } from '@/lib/words/languages';

type Reason = 'already-set-up' | 'token-wrong' | 'email-invalid' | 'name-taken' | NameProblem;
type SetUp = Outcome<{ personId: string }, Reason>;

/** A person who becomes the owner; a proven address, a checked name, a hashed password. */
type Owner = {
  email: string;
  name: string;
  skeleton: string;
  passwordHash: string;
  /** Of somebody new; who has an account keeps what they have. */
  language: Language | null;
};

/** Makes the one owner, with the one-time token printed at the start of the server. Whoever can read that print runs the
 * server, so the address counts as proven. Raced calls: one wins, the others learn that it is done.
 * @param language of the request */
export async function setUpOwner(input: SetUpForm, language: Language | null = null): Promise<SetUp> {
  // Looked at before anything is hashed, so that a wrong token costs us nothing.
  const refusal = await refusalOf(input.token);
  if (refusal) return refusal;
  const email = parseEmail(input.email);
  if (email === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  const named = checkName(input.name);
  if (!named.ok) return { ok: false, reason: named.reason, field: 'name' };
  const owner = { email, ...named, language, passwordHash: await hashPassword(input.password) };
  const tokenHash = keptSetUpToken(input.token);
  const done = await becomeOwner(owner, input.starter, async (tx) => {
    const used = await tx.setting.deleteMany({ where: { key: SET_UP_TOKEN, value: tokenHash } });
    if (used.count === 0) return false;
    await nameShop(tx, input.shopName);
    return true;
  });
  forgetShopSettings();
  if (done.ok || done.reason !== 'token-wrong') return done;
  return (await refusalOf(input.token)) ?? done;
}

/** Makes the owner from OWNER_EMAIL and OWNER_PASSWORD, which only the server's operator can set.
 * @param email as `parseEmail` gave it */
export async function setUpOwnerFromConfig(email: string, password: string): Promise<SetUp> {
  // A reserved name, so nobody has taken it; the owner can change it in the account.
  const name = 'Owner';
  const passwordHash = await hashPassword(password);
  const owner = { email, name, skeleton: nameSkeleton(name), passwordHash, language: null };
  return await becomeOwner(owner, false, async (tx) => {
    await tx.setting.deleteMany({ where: { key: SET_UP_TOKEN } });
    return true;
  });
}

async function refusalOf(token: string): Promise<Extract<SetUp, { ok: false }> | null> {
  const state = await setUpState(token);
  if (state === 'open') return null;
  return { ok: false, reason: state === 'done' ? 'already-set-up' : state };
}

/** @param claim what must be ours first, in the same transaction; false when somebody else had it */
async function becomeOwner(
  owner: Owner,
  starter: boolean,
  claim: (tx: Tx) => Promise<boolean>,
): Promise<SetUp> {
  try {
    return await transaction(async (tx): Promise<SetUp> => {
      if (!(await claim(tx))) return { ok: false, reason: 'token-wrong' };
      const personId = await writeOwner(tx, owner);
      if (personId === null) return { ok: false, reason: 'already-set-up' };
      await enqueue(tx, 'accounts.owner-set-up', { personId, starter });
      return { ok: true, personId };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (await hasOwner()) return { ok: false, reason: 'already-set-up' };
    return { ok: false, reason: 'name-taken', field: 'name' };
  }
}

/** A new person, or the one who has signed up with this address before. The owner's slot is unique in the database.
 * @returns null when the person is the owner already */
async function writeOwner(tx: Tx, owner: Owner): Promise<string | null> {
  const { email, name, skeleton: nameSkeleton, passwordHash, language } = owner;
  const facts = { name, nameSkeleton, passwordHash, role: 'owner' as const, ownerSlot: 1 };
  const early = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!early) {
    const made = await tx.person.create({
      data: { id: newId(), email, language, createdAt: now(), ...facts },
    });
    return made.id;
  }
  const raised = await tx.person.updateMany({
    where: { id: early.id, ownerSlot: null },
    data: { ...facts, suspendedAt: null },
  });
  if (raised.count === 0) return null;
  await endSessions(tx, early.id);
  return early.id;
}
