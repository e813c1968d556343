import { endSessions } from '@/lib/accounts/end-sessions';
import { passwordForgottenMail } from '@/lib/accounts/mails';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, later, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { sameSecret, sign } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Long enough for a holiday: a password that somebody else set is found late. */
const WORKS_FOR_DAYS = 30;

/** The address that takes a password away again. It is signed over the password that it is about, so it dies with it.
 * @param passwordHash as it is kept now */
export function notMeLink(personId: string, passwordHash: string): string {
  const until = String(later(now(), WORKS_FOR_DAYS * DAY).getTime());
  const token = `${personId}.${until}.${sign('links', 'not-me', personId, until, passwordHash)}`;
  return `${config().siteUrl}/account/not-me/${token}`;
}

/** Mails the link to somebody who is signed in and has forgotten the password. Whoever sits at an open browser gets no
 * further by it than the mailbox lets them.
 * @param language of the page, for the mail */
export async function mailPasswordForgotten(
  actor: Actor,
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, 'too-many'>> {
  const { passwordHash, email } = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true },
  });
  if (passwordHash === null || email === null) return { ok: true };
  if (!(await tryUse('mailToUnproven', email)).ok) return { ok: false, reason: 'too-many' };
  const { shopName } = await shopSettings();
  await transaction((tx) =>
    queueMail(tx, {
      dedupeKey: `password-forgotten:${newId()}`,
      to: { email, name: actor.name },
      shopName,
      content: passwordForgottenMail(notMeLink(actor.id, passwordHash), language),
    }),
  );
  return { ok: true };
}

/** Whether a link would still do something. Reading changes nothing. */
export async function isNotMeLink(token: string): Promise<boolean> {
  return (await passwordOf(token)) !== null;
}

/** For the holder of the mailbox who did not set this password: it is removed, every device and token is signed out, and a
 * link to sign in is on its way.
 * @param language of the page, for the mail */
export async function wasNotMe(
  input: { token: string },
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, 'link-gone'>> {
  const found = await passwordOf(input.token);
  if (!found) return { ok: false, reason: 'link-gone' };
  const { personId, passwordHash, email } = found;
  const done = await transaction(async (tx) => {
    const removed = await tx.person.updateMany({
      where: { id: personId, passwordHash },
      data: { passwordHash: null },
    });
    if (removed.count === 0) return false;
    await endSessions(tx, personId);
    await tx.apiToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now() } });
    await tx.emailChange.deleteMany({ where: { personId, doneAt: null } });
    // Whoever came in by that password may have begun this, too.
    await tx.accountDeletion.deleteMany({ where: { personId } });
    return true;
  });
  if (!done) return { ok: false, reason: 'link-gone' };
  if (email !== null) await requestSignInLink({ email, next: '/account' }, { language });
  return { ok: true };
}

async function passwordOf(token: string) {
  const [personId = '', until = '', signature = ''] = token.split('.');
  if (!/^[0-9a-z]{1,64}$/.test(personId) || !/^\d{1,15}$/.test(until)) return null;
  if (Number(until) <= now().getTime()) return null;
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { passwordHash: true, email: true },
  });
  const passwordHash = person?.passwordHash ?? '';
  const isRight = sameSecret(signature, sign('links', 'not-me', personId, until, passwordHash));
  return isRight && person && passwordHash !== '' ? { personId, passwordHash, email: person.email } : null;
}
