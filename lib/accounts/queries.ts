import { isFormerName } from '@/lib/accounts/leaving/rules';
import { nameSkeleton } from '@/lib/accounts/names';
import { canChangeRole, canSuspend, isOwner, scopesAllowed } from '@/lib/accounts/policy';
import { type DeviceName, deviceName, isSameBrowser, keptSetUpToken } from '@/lib/accounts/rules';
import type { Actor, Role } from '@/lib/accounts/schema';
import { HOUR, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { hashToken, sameSecret } from '@/lib/secrets';
import { uploadHref } from '@/lib/uploads/names';
import type { Scope } from '@/lib/web/endpoint';
import { languageOf } from '@/lib/words/languages';

const actorFields = {
  id: true,
  name: true,
  role: true,
  email: true,
  language: true,
  sessionVersion: true,
  suspendedAt: true,
} as const;

/** The person and scopes of an API token, or null when it is unknown, revoked, or its person suspended. */
export async function actorOfToken(token: string): Promise<{ actor: Actor; scopes: Scope[] } | null> {
  const row = await db.apiToken.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { person: { select: actorFields } },
  });
  if (!row || row.revokedAt || row.person.suspendedAt) return null;
  await noteTokenUse(row.id, row.lastUsedAt);
  const allowed = scopesAllowed(row.person.role);
  return {
    actor: toActor(row.person),
    scopes: (row.scopes.split(' ') as Scope[]).filter((scope) => allowed.includes(scope)),
  };
}

/** The list of tokens says when each was used, to the hour: not a write for every request of an import. */
async function noteTokenUse(id: string, lastUsedAt: Date | null): Promise<void> {
  const at = now();
  if (lastUsedAt && at.getTime() - lastUsedAt.getTime() < HOUR) return;
  await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}

/** A row as the actor that commands receive. */
export function toActor(person: {
  id: string;
  name: string;
  role: Actor['role'];
  email: string | null;
  language: string | null;
}): Actor {
  const { id, name, role, email } = person;
  return { id, name, role, email, language: languageOf(person.language) };
}

/** Where the hash of the one-time set-up token is kept until it is used. */
export const SET_UP_TOKEN = 'setup-token';

/** The id of the owner, or null before set-up. */
export async function ownerId(): Promise<string | null> {
  const owner = await db.person.findUnique({ where: { ownerSlot: 1 }, select: { id: true } });
  return owner?.id ?? null;
}

/** What the shop's people are called now: nobody else may look like them. @param except who is naming themselves */
export async function staffNames(except: string | null): Promise<string[]> {
  const staff = await db.person.findMany({
    where: { role: { in: ['owner', 'helper'] }, id: { not: except ?? '' } },
    select: { name: true },
  });
  return staff.map(({ name }) => name);
}

/** Since when the shop has its owner; null before set-up. */
export async function ownerSince(): Promise<Date | null> {
  const owner = await db.person.findUnique({ where: { ownerSlot: 1 }, select: { createdAt: true } });
  return owner?.createdAt ?? null;
}

/** Whether the shop has its owner yet. */
export async function hasOwner(): Promise<boolean> {
  return (await db.person.count({ where: { ownerSlot: 1 } })) > 0;
}

/** Whether this is the set-up token printed last. */
async function isSetUpToken(token: string): Promise<boolean> {
  const row = await db.setting.findUnique({ where: { key: SET_UP_TOKEN } });
  return row !== null && sameSecret(row.value, keptSetUpToken(token));
}

/** What the set-up page is to show for the token in its address.
 * The token is read before the owner: it goes in the transaction that makes the owner, so whoever misses it because
 * somebody was quicker finds the owner, and is not told that the right token was wrong. */
export async function setUpState(token: string): Promise<'open' | 'token-wrong' | 'done'> {
  const isRight = await isSetUpToken(token);
  if (await hasOwner()) return 'done';
  return isRight ? 'open' : 'token-wrong';
}

/** What the page of a mailed link shows; null when it was used, is too old, or never was one. Reading uses nothing up. */
export async function signInLinkPage(
  token: string,
  browserToken: string | null,
): Promise<SignInLinkPage | null> {
  const link = await db.signInLink.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!link || link.usedAt || link.expiresAt <= now()) return null;
  const person = await db.person.findUnique({ where: { email: link.email }, select: { name: true } });
  const dropped = link.passwordHash !== null && !isSameBrowser(link, browserToken);
  return { email: link.email, name: person?.name ?? null, passwordDropped: dropped };
}

export type SignInLinkPage = {
  email: string;
  /** Null for a new person, who chooses one. */
  name: string | null;
  /** A password was chosen for it in another browser and will not count. */
  passwordDropped: boolean;
};

/** One's own account page: facts, and the devices that are signed in, the newest first.
 * @param thisSession id of the session asking, to mark it */
export async function accountPage(actor: Actor, thisSession: string | null): Promise<AccountPage> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      name: true,
      email: true,
      about: true,
      showsPurchases: true,
      passwordHash: true,
      sessionVersion: true,
      createdAt: true,
      deletion: { select: { dueAt: true, keepTexts: true } },
      avatar: { select: { upload: { select: { fileName: true } } } },
    },
  });
  const sessions = await db.session.findMany({
    where: { personId: actor.id, version: person.sessionVersion, expiresAt: { gt: now() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: DEVICES_MAX,
  });
  const devices = sessions.map((session) => ({
    device: hashToken(session.id),
    ...deviceName(session.userAgent),
    signedInAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    isThis: session.id === thisSession,
  }));
  const { name, email, about, showsPurchases, createdAt, deletion } = person;
  return {
    name,
    email,
    about,
    showsPurchases,
    createdAt,
    hasPassword: person.passwordHash !== null,
    picture: person.avatar ? uploadHref(person.avatar.upload.fileName) : null,
    deletion,
    devices,
  };
}

/** More devices than this are not listed; "sign out everywhere" still reaches them. */
const DEVICES_MAX = 50;

export type AccountPage = {
  name: string;
  email: string | null;
  about: string;
  showsPurchases: boolean;
  createdAt: Date;
  hasPassword: boolean;
  /** Address of the picture that they chose, or null for the one drawn from the name. */
  picture: string | null;
  /** Set while the account is on its way out. */
  deletion: { dueAt: Date; keepTexts: boolean } | null;
  devices: (DeviceName & { device: string; signedInAt: Date; lastSeenAt: Date; isThis: boolean })[];
};

export type PublicPerson = {
  id: string;
  name: string;
  role: Role;
  about: string;
  createdAt: Date;
  /** Where an imported person came from, for attribution. */
  sourceUrl: string | null;
};

/** The public profile under a name, also when it is written in another case or with look-alike letters; compare `name`
 * to send people to the one address. Never an address, never anything of a suspended person but the name. */
export async function publicPerson(written: string): Promise<PublicPerson | null> {
  if (isFormerName(written)) return null;
  const found = await db.person.findUnique({
    where: { nameSkeleton: nameSkeleton(written) },
    select: { ...publicFields, suspendedAt: true },
  });
  if (!found) return null;
  const { suspendedAt, ...person } = found;
  return suspendedAt ? { ...person, about: '' } : person;
}

const publicFields = {
  id: true,
  name: true,
  role: true,
  about: true,
  createdAt: true,
  sourceUrl: true,
} as const;

export type PersonRow = {
  id: string;
  name: string;
  role: Role;
  email: string | null;
  createdAt: Date;
  suspendedAt: Date | null;
  can: { changeRole: boolean; suspend: boolean };
};

/** People for the desk, newest first; `search` is a part of a name or of an address, in any case.
 * @param page from 1 */
export async function peoplePage(
  search: string,
  page: number,
  perPage: number,
  actor: Actor,
): Promise<{ people: PersonRow[]; total: number }> {
  const skeleton = nameSkeleton(search);
  const where =
    search.trim() === ''
      ? {}
      : {
          OR: [
            { email: { contains: search.trim().toLowerCase() } },
            ...(skeleton === '' ? [] : [{ nameSkeleton: { contains: skeleton } }]),
          ],
        };
  const [rows, total] = await Promise.all([
    db.person.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: { id: true, name: true, role: true, email: true, createdAt: true, suspendedAt: true },
    }),
    db.person.count({ where }),
  ]);
  const people = rows.map((row) => ({
    ...row,
    can: {
      changeRole: canChangeRole(actor, row) && row.email !== null && row.suspendedAt === null,
      suspend: canSuspend(actor, row),
    },
  }));
  return { people, total };
}

export type TokenRow = {
  id: string;
  label: string;
  scopes: string[];
  person: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** API tokens in use: one's own, or as the owner everybody's. */
export async function tokensInUse(actor: Actor): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: isOwner(actor) ? { revokedAt: null } : { revokedAt: null, personId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
    include: { person: { select: { name: true } } },
  });
  return rows.map(({ id, label, scopes, person, createdAt, lastUsedAt }) => ({
    id,
    label,
    scopes: scopes.split(' '),
    person: person.name,
    createdAt,
    lastUsedAt,
  }));
}

/** The person behind an id that an event carried, as the actor of what it causes; null when gone or suspended. */
export async function actorById(id: string): Promise<Actor | null> {
  const person = await db.person.findUnique({ where: { id }, select: actorFields });
  return person && !person.suspendedAt ? toActor(person) : null;
}

/** The person who signs in with an address, or null. For commands run on the server. */
export async function actorByEmail(email: string): Promise<Actor | null> {
  const person = await db.person.findUnique({ where: { email }, select: actorFields });
  return person && !person.suspendedAt ? toActor(person) : null;
}
