import type { MailContent } from '@/lib/mail/compose';

/** The mail with the link that signs in, or up. Known and unknown addresses get the same words, and nothing that the
 * person asking typed is in it: whoever enters a stranger's address cannot send that stranger a message.
 * @param minutes how long the link works */
export function signInMail(link: string, minutes: number, shopName: string, siteUrl: string): MailContent {
  return {
    subject: `Your sign-in link for ${shopName}`,
    blocks: [
      { text: 'Here is the link to sign in. If you are new, it also makes your account.' },
      { button: { label: 'Sign in', url: link } },
      { text: `It works once, and for ${minutes} minutes.` },
      {
        text: 'If you did not ask for it, you can delete this mail: nothing happens unless somebody opens the link and presses the button there.',
      },
    ],
    why: `You get this mail because this address was entered on the sign-in page of ${siteUrl}.`,
  };
}

/** Tells the holder of an account that its password was set or changed; goes to the proven address. */
export function passwordChangedMail(resetPage: string): MailContent {
  return {
    subject: 'Your password was changed',
    blocks: [
      { text: 'The password of your account was just set or changed. All other devices were signed out.' },
      {
        text: 'If that was not you, sign in with a mailed link, choose a new password, and press "Sign out everywhere".',
      },
      { button: { label: 'Go to sign-in', url: resetPage } },
    ],
    why: 'You get this mail because changes of a password are always told to its owner.',
  };
}
