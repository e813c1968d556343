import type { MailContent } from '@/lib/mail/compose';

/** What a mailed link is for. */
export type LinkPurpose = 'sign-in' | 'question';

type SignInMail = { link: string; code: string; minutes: number; shopName: string; siteUrl: string };

/** The mail with the link and the code that sign in, or up. Known and unknown addresses get the same words, and nothing
 * that the person asking typed is in it: whoever enters a stranger's address cannot send that stranger a message.
 * @param mail `minutes`: how long link and code work */
export function signInMail(purpose: LinkPurpose, mail: SignInMail): MailContent {
  const { link, code, minutes, shopName, siteUrl } = mail;
  const words = WORDS[purpose];
  return {
    subject: words.subject(shopName),
    blocks: [
      { text: words.begin },
      { button: { label: words.button, url: link } },
      { text: `Or type this code on the page that is still open: ${code}` },
      { text: `Link and code work once, and for ${minutes} minutes.` },
      {
        text: `If you did not ask for it, you can delete this mail: nothing ${words.nothing} unless somebody opens the link and presses the button there. Give the code to nobody.`,
      },
    ],
    why: `You get this mail because this address was entered on ${words.where} of ${siteUrl}.`,
  };
}

const WORDS = {
  'sign-in': {
    subject: (shopName: string) => `Your sign-in link for ${shopName}`,
    begin: 'Here is the link to sign in. If you are new, it also makes your account.',
    button: 'Sign in',
    nothing: 'happens',
    where: 'the sign-in page',
  },
  question: {
    subject: (shopName: string) => `Confirm your question at ${shopName}`,
    begin: 'You asked a question. It is posted once you confirm that this is your address.',
    button: 'Look at it and confirm',
    nothing: 'is posted',
    where: 'the page for questions',
  },
} satisfies Record<LinkPurpose, object>;

/** For somebody who is signed in and does not know their password any more. @param link the page that takes it away */
export function passwordForgottenMail(link: string): MailContent {
  return {
    subject: 'Take your forgotten password away',
    blocks: [
      {
        text: 'You said that you do not know your password any more. On this page you take it away; then sign in with a mailed link and set a new one.',
      },
      { button: { label: 'Take the password away', url: link } },
      { text: 'If you did not ask for this, delete this mail: nothing changes.' },
    ],
    why: 'You get this mail because it was asked for on the page of your account.',
  };
}

/** Tells the holder of an account that its password was set or changed; goes to the proven address.
 * @param notMe the page that takes the password away again */
export function passwordChangedMail(notMe: string): MailContent {
  return {
    subject: 'Your password was changed',
    blocks: [
      { text: 'The password of your account was just set or changed. All other devices were signed out.' },
      {
        text: 'If that was not you, or you regret it, take the password away on this page. Every device is signed out then, and you get a link to sign in.',
      },
      { button: { label: 'This was not me', url: notMe } },
    ],
    why: 'You get this mail because changes of a password are always told to its owner.',
  };
}
