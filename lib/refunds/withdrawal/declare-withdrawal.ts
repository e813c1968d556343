import { parseEmail } from '@/lib/accounts/email-address';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { findOrder } from '@/lib/refunds/orders/queries';
import { receivedWords } from '@/lib/refunds/withdrawal/rules';
import type { WithdrawalForm } from '@/lib/refunds/withdrawal/schema';
import { shopSettings } from '@/lib/settings/queries';
import { cleanLine } from '@/lib/text';
import { tryUse } from '@/lib/web/rate-limit';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** The same words again within this time are the same declaration: a second press, a page sent twice. */
const SAME_WITHIN = 10 * MINUTE;

/** Takes in a withdrawal from a contract and acknowledges it by mail at once, with its content, date and time (Directive (EU)
 * 2023/2673, Article 11a (4)). It is a declaration: whether an order is found, or whose it is, changes nothing of the answer;
 * the money itself still needs the proof that a refund needs. */
export async function declareWithdrawal(
  input: WithdrawalForm,
  language: Language,
): Promise<Outcome<{ withdrawalId: string }, 'email-invalid'>> {
  const email = parseEmail(input.email);
  if (email === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  const name = cleanLine(input.name);
  const contract = cleanLine(input.contract);
  const at = now();
  const repeated = await db.withdrawal.findFirst({
    where: { name, contract, email, receivedAt: { gt: later(at, -SAME_WITHIN) } },
    select: { id: true },
  });
  if (repeated) return { ok: true, withdrawalId: repeated.id };
  const order = await findOrder({ number: contract, email });
  const { shopName, timeZone } = await shopSettings();
  const words = wordsOf(language).withdrawal;
  const statement = say(words.statement, { name, contract });
  const id = newId();
  // A stranger's mailbox is not filled by this; the page of the declaration is the confirmation then.
  const mayMail = (await tryUse('mailToUnproven', `withdrawal:${email}`)).ok;
  await transaction(async (tx) => {
    await tx.withdrawal.create({
      data: {
        id,
        name,
        contract,
        email,
        orderId: order?.id ?? null,
        language,
        statement,
        receivedAt: at,
        isMailed: mayMail,
      },
    });
    if (!mayMail) return;
    await queueMail(tx, {
      dedupeKey: `withdrawal:${id}`,
      to: { email },
      shopName,
      content: {
        language,
        subject: say(words.mailSubject, { number: id }),
        blocks: [
          { text: say(words.mailReceived, { time: receivedWords(at, language, timeZone) }) },
          { list: [statement, email, say(words.number, { number: id })] },
          { text: words.money },
        ],
        why: words.mailWhy,
      },
    });
  });
  return { ok: true, withdrawalId: id };
}
