import { CHANGE_HOURS } from '@/lib/accounts/contact/schema';
import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** To the address an account has now: somebody wants another one. The new address stands there shortened, so that the mail
 * tells nothing to whoever reads over a shoulder. */
export function oldAddressMail(mail: { masked: string; link: string }, language: Language): MailContent {
  const { oldAddress: words, addressWhy } = wordsOf(language).accountMails;
  return {
    language,
    subject: words.subject,
    blocks: [
      { text: say(words.begin, { email: mail.masked }) },
      { button: { label: words.button, url: mail.link } },
      { text: say(words.notYou, { n: CHANGE_HOURS }) },
    ],
    why: addressWhy,
  };
}

/** To the address that an account is to have. */
export function newAddressMail(mail: { shopName: string; link: string }, language: Language): MailContent {
  const { newAddress: words } = wordsOf(language).accountMails;
  return {
    language,
    subject: say(words.subject, { shop: mail.shopName }),
    blocks: [
      { text: words.begin },
      { button: { label: words.button, url: mail.link } },
      { text: say(words.ignore, { n: CHANGE_HOURS }) },
    ],
    why: words.why,
  };
}

/** To both addresses once it is done. */
export function changedMail(language: Language): MailContent {
  const { addressChanged: words, addressWhy } = wordsOf(language).accountMails;
  return { language, subject: words.subject, blocks: [{ text: words.text }], why: addressWhy };
}
