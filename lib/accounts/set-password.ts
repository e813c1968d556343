import { notMeLink } from '@/lib/accounts/contact/not-me';
import { endSessions } from '@/lib/accounts/end-sessions';
import { passwordChangedMail } from '@/lib/accounts/mails';
import { hashPassword, isPassword } from '@/lib/accounts/passwords';
import type { Actor, PasswordForm } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Sets or changes one's own password; whoever has one must know it. Other devices are signed out, waiting sign-in links
 * die, and the holder of the mailbox is told.
 * @param keepSession the session in which this is asked, which stays
 * @param language of the page, for the mail */
export async function setPassword(
  input: PasswordForm,
  actor: Actor,
  keepSession: string | null,
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, 'wrong' | 'too-many'>> {
  const allowed = await tryUse('signInPerAccount', `change:${actor.id}`);
  if (!allowed.ok) return { ok: false, reason: 'too-many' };
  const kept = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true },
  });
  if (kept.passwordHash !== null && !(await isPassword(input.currentPassword ?? '', kept.passwordHash))) {
    return { ok: false, reason: 'wrong', field: 'currentPassword' };
  }
  const passwordHash = await hashPassword(input.newPassword);
  const { shopName } = await shopSettings();
  return await transaction(async (tx): Promise<Outcome<object, 'wrong'>> => {
    // Only if it is still the password that was checked: of two changes at once the second is told.
    const changed = await tx.person.updateMany({
      where: { id: actor.id, passwordHash: kept.passwordHash },
      data: { passwordHash },
    });
    if (changed.count === 0) return { ok: false, reason: 'wrong', field: 'currentPassword' };
    await endSessions(tx, actor.id, keepSession);
    if (kept.email === null) return { ok: true };
    await tx.signInLink.deleteMany({ where: { email: kept.email, usedAt: null } });
    await queueMail(tx, {
      dedupeKey: `password-changed:${newId()}`,
      to: { email: kept.email, name: actor.name },
      shopName,
      content: passwordChangedMail(notMeLink(actor.id, passwordHash), language),
    });
    return { ok: true };
  });
}
