import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** The code with which a guest proves an order.
 * @param language of the page that asks for it */
export function orderCodeMail(
  { orderNumber, code, minutes }: { orderNumber: string; code: string; minutes: number },
  language: Language,
): MailContent {
  const { code: words } = wordsOf(language).refundMails;
  const order = { order: orderNumber };
  return {
    language,
    subject: say(words.subject, order),
    blocks: [{ text: say(words.text, order) }, { code }, { text: say(words.once, { minutes }) }],
    why: words.why,
  };
}
