import { UNDO_DAYS } from '@/lib/accounts/leaving/schema';
import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** Tells somebody that their account is on its way out, and how to keep it.
 * @param mail.dueAt the last day, named as in `timeZone` */
export function deletionMail(
  mail: { dueAt: Date; timeZone: string; keepsTexts: boolean; accountPage: string },
  language: Language,
): MailContent {
  const { leaving: words, aboutAccount } = wordsOf(language).accountMails;
  const locale = language === 'en' ? 'en-GB' : language;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: mail.timeZone });
  return {
    language,
    subject: words.subject,
    blocks: [
      { text: say(words.begin, { date: day.format(mail.dueAt), n: UNDO_DAYS }) },
      { text: mail.keepsTexts ? words.keepsTexts : words.removesTexts },
      { text: words.orders },
      { button: { label: words.button, url: mail.accountPage } },
      { text: words.notYou },
    ],
    why: aboutAccount,
  };
}

/** Tells somebody that their account stays. */
export function keptMail(language: Language): MailContent {
  const { kept: words, aboutAccount } = wordsOf(language).accountMails;
  return { language, subject: words.subject, blocks: [{ text: words.text }], why: aboutAccount };
}
