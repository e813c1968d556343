import { keptMail } from '@/lib/accounts/leaving/mails';
import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { shopSettings } from '@/lib/settings/queries';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Keeps an account that was on its way out. A second press changes nothing.
 * @param language of the page, for the mail */
export async function keepAccount(
  actor: Actor,
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, never>> {
  const { shopName } = await shopSettings();
  return transaction(async (tx) => {
    const kept = await tx.accountDeletion.deleteMany({ where: { personId: actor.id } });
    if (kept.count > 0 && actor.email !== null) {
      await queueMail(tx, {
        dedupeKey: `account-kept:${newId()}`,
        to: { email: actor.email, name: actor.name },
        shopName,
        content: keptMail(language),
      });
    }
    return { ok: true };
  });
}
