import { deletionMail } from '@/lib/accounts/leaving/mails';
import { deletionDue } from '@/lib/accounts/leaving/rules';
import type { DeletionForm, DeletionReason } from '@/lib/accounts/leaving/schema';
import { isPassword } from '@/lib/accounts/passwords';
import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { queueMail } from '@/lib/mail/queue-mail';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Puts one's own account on its way out; for 14 days it can be kept. Whoever has a password must know it, and the mailbox
 * is told. Asking again changes what happens to the texts, not the day.
 * @param language of the page, for the mail */
export async function requestDeletion(
  input: DeletionForm,
  actor: Actor,
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, DeletionReason>> {
  if (isOwner(actor)) return { ok: false, reason: 'owner' };
  if (!(await tryUse('signInPerAccount', `leave:${actor.id}`)).ok) return { ok: false, reason: 'too-many' };
  const { passwordHash } = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (passwordHash !== null && !(await isPassword(input.password ?? '', passwordHash))) {
    return { ok: false, reason: 'wrong', field: 'password' };
  }
  const { shopName, timeZone } = await shopSettings();
  const keepTexts = input.texts === 'keep';
  return transaction(async (tx) => {
    const at = now();
    const { dueAt } = await tx.accountDeletion.upsert({
      where: { personId: actor.id },
      create: { personId: actor.id, keepTexts, requestedAt: at, dueAt: deletionDue(at) },
      update: { keepTexts },
    });
    if (actor.email !== null) {
      const accountPage = `${config().siteUrl}/account`;
      await queueMail(tx, {
        dedupeKey: `account-leaving:${actor.id}:${dueAt.getTime()}:${input.texts}`,
        to: { email: actor.email, name: actor.name },
        shopName,
        content: deletionMail({ dueAt, timeZone, keepsTexts: keepTexts, accountPage }, language),
      });
    }
    return { ok: true };
  });
}
