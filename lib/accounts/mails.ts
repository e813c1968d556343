import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** What a mailed link is for. */
export type LinkPurpose = 'sign-in' | 'question';

type SignInMail = { link: string; code: string; minutes: number; shopName: string; siteUrl: string };

/** The mail with the link and the code that sign in, or up. Known and unknown addresses get the same words, and nothing
 * that the person asking typed is in it: whoever enters a stranger's address cannot send that stranger a message.
 * @param mail `minutes`: how long link and code work
 * @param language of whoever asks: that of the account would tell that there is one */
export function signInMail(purpose: LinkPurpose, mail: SignInMail, language: Language): MailContent {
  const { link, code, minutes, shopName, siteUrl } = mail;
  const { mails } = wordsOf(language);
  const words = purpose === 'question' ? mails.question : mails.signIn;
  return {
    language,
    subject: say(words.subject, { shop: shopName }),
    blocks: [
      { text: words.begin },
      { button: { label: words.button, url: link } },
      { text: say(mails.code, { code }) },
      { text: say(mails.once, { n: minutes }) },
      { text: words.ignore },
    ],
    why: say(words.why, { site: siteUrl }),
  };
}

/** For somebody who is signed in and does not know their password any more. @param link the page that takes it away */
export function passwordForgottenMail(link: string, language: Language): MailContent {
  const { forgotten: words } = wordsOf(language).accountMails;
  return {
    language,
    subject: words.subject,
    blocks: [{ text: words.begin }, { button: { label: words.button, url: link } }, { text: words.ignore }],
    why: words.why,
  };
}

/** Tells the holder of an account that its password was set or changed; goes to the proven address.
 * @param notMe the page that takes the password away again */
export function passwordChangedMail(notMe: string, language: Language): MailContent {
  const { passwordChanged: words } = wordsOf(language).accountMails;
  return {
    language,
    subject: words.subject,
    blocks: [{ text: words.begin }, { text: words.notYou }, { button: { label: words.button, url: notMe } }],
    why: words.why,
  };
}
