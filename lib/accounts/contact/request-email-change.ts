import { newAddressMail, oldAddressMail } from '@/lib/accounts/contact/mails';
import { CHANGE_HOURS, type EmailChangeForm, type EmailChangeReason } from '@/lib/accounts/contact/schema';
import { maskEmail, parseEmail } from '@/lib/accounts/email-address';
import { isPassword } from '@/lib/accounts/passwords';
import type { Actor } from '@/lib/accounts/schema';
import { HOUR, later, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { hashToken, newToken } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Begins to change the address of one's account: both mailboxes are asked, and nothing changes before both said yes. What is
 * answered and mailed does not depend on whether the new address has an account; its holder learns that. A newer wish
 * replaces an older one.
 * @param language of the page, for both mails */
export async function requestEmailChange(
  input: EmailChangeForm,
  actor: Actor,
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, EmailChangeReason>> {
  const newEmail = parseEmail(input.email);
  if (newEmail === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  if (actor.email === null) return { ok: false, reason: 'no-address' };
  if (newEmail === actor.email) return { ok: false, reason: 'same', field: 'email' };
  if (!(await tryUse('signInPerAccount', `address:${actor.id}`)).ok) return { ok: false, reason: 'too-many' };
  const { passwordHash } = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (passwordHash !== null && !(await isPassword(input.password ?? '', passwordHash))) {
    return { ok: false, reason: 'wrong', field: 'password' };
  }
  // A stranger's mailbox is not filled by this; over the limit the answer is the same.
  if (!(await tryUse('mailToUnproven', newEmail)).ok) return { ok: true };
  const { shopName } = await shopSettings();
  const oldToken = newToken();
  const newerToken = newToken();
  const id = newId();
  const oldEmail = actor.email;
  const page = (token: string) => `${config().siteUrl}/account/email/${token}`;
  await transaction(async (tx) => {
    const at = now();
    await tx.emailChange.deleteMany({ where: { personId: actor.id, doneAt: null } });
    await tx.emailChange.create({
      data: {
        id,
        personId: actor.id,
        newEmail,
        oldTokenHash: hashToken(oldToken),
        newTokenHash: hashToken(newerToken),
        createdAt: at,
        expiresAt: later(at, CHANGE_HOURS * HOUR),
      },
    });
    await queueMail(tx, {
      dedupeKey: `address-old:${id}`,
      to: { email: oldEmail, name: actor.name },
      shopName,
      content: oldAddressMail({ masked: maskEmail(newEmail), link: page(oldToken) }, language),
    });
    await queueMail(tx, {
      dedupeKey: `address-new:${id}`,
      to: { email: newEmail },
      shopName,
      content: newAddressMail({ shopName, link: page(newerToken) }, language),
    });
  });
  return { ok: true };
}
