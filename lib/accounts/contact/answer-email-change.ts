import { changedMail } from '@/lib/accounts/contact/mails';
import { findChange } from '@/lib/accounts/contact/queries';
import type { AnswerChangeReason } from '@/lib/accounts/contact/schema';
import { now } from '@/lib/clock';
import { transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { shopSettings } from '@/lib/settings/queries';
import { DEFAULT_LANGUAGE, type Language, languageOf } from '@/lib/words/languages';

type Answered = { state: 'stopped' | 'waiting' | 'done' };

/** Answers one of the two mailed links of a change of address. Either mailbox can stop it; once both confirmed, the account
 * has the new address, waiting sign-in links to both die, and both are told.
 * @param language of the page, for the mails to somebody who has chosen none */
export async function answerEmailChange(
  input: { token: string; answer: 'confirm' | 'stop' },
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<Answered, AnswerChangeReason>> {
  const found = await findChange(input.token);
  if (!found) return { ok: false, reason: 'link-gone' };
  const { shopName } = await shopSettings();
  const { change, side } = found;
  try {
    return await transaction(async (tx): Promise<Outcome<Answered, AnswerChangeReason>> => {
      const at = now();
      const open = { id: change.id, doneAt: null, expiresAt: { gt: at } };
      if (input.answer === 'stop') {
        const stopped = await tx.emailChange.deleteMany({ where: open });
        return stopped.count > 0 ? { ok: true, state: 'stopped' } : { ok: false, reason: 'link-gone' };
      }
      const confirmed = await tx.emailChange.updateMany({
        where: open,
        data: side === 'old' ? { oldConfirmedAt: at } : { newConfirmedAt: at },
      });
      if (confirmed.count === 0) return { ok: false, reason: 'link-gone' };
      const both = await tx.emailChange.findUniqueOrThrow({ where: { id: change.id } });
      if (both.oldConfirmedAt === null || both.newConfirmedAt === null) return { ok: true, state: 'waiting' };
      const person = await tx.person.findUniqueOrThrow({
        where: { id: change.personId },
        select: { email: true, name: true, language: true },
      });
      await tx.emailChange.update({ where: { id: change.id }, data: { doneAt: at } });
      await tx.person.update({
        where: { id: change.personId },
        data: { email: both.newEmail, bounceScore: 0 },
        select: { id: true },
      });
      const addresses = [both.newEmail, ...(person.email === null ? [] : [person.email])];
      await tx.signInLink.deleteMany({ where: { email: { in: addresses }, usedAt: null, question: null } });
      for (const email of addresses) {
        await queueMail(tx, {
          dedupeKey: `address-changed:${newId()}`,
          to: { email, name: person.name },
          shopName,
          content: changedMail(languageOf(person.language) ?? language),
        });
      }
      return { ok: true, state: 'done' };
    });
  } catch (error) {
    if (uniqueViolationOn(error, 'email')) return { ok: false, reason: 'taken' };
    throw error;
  }
}
