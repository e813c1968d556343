import { CHANGE_HOURS } from '@/lib/accounts/contact/schema';
import type { MailContent } from '@/lib/mail/compose';

/** To the address an account has now: somebody wants another one. The new address stands there shortened, so that the mail
 * tells nothing to whoever reads over a shoulder. */
export function oldAddressMail(mail: { masked: string; link: string }): MailContent {
  return {
    subject: 'Is the new address of your account yours?',
    blocks: [
      {
        text: `Somebody signed in to your account and wants to change its address to ${mail.masked}. It changes only after you confirm it here and in the new mailbox.`,
      },
      { button: { label: 'Confirm it, or stop it', url: mail.link } },
      {
        text: `The link works for ${CHANGE_HOURS} hours. If it was not you: stop it there and set a new password.`,
      },
    ],
    why: 'You get this mail because changes of an address are always told to its owner.',
  };
}

/** To the address that an account is to have. */
export function newAddressMail(mail: { shopName: string; link: string }): MailContent {
  return {
    subject: `Confirm your new address for ${mail.shopName}`,
    blocks: [
      { text: 'Somebody wants to use this address for their account. If that is you, confirm it.' },
      { button: { label: 'Look at it and confirm', url: mail.link } },
      {
        text: `The link works for ${CHANGE_HOURS} hours. If it is not you, delete this mail: nothing changes.`,
      },
    ],
    why: 'You get this mail because this address was entered on an account page.',
  };
}

/** To both addresses once it is done. */
export function changedMail(): MailContent {
  return {
    subject: 'The address of your account was changed',
    blocks: [
      {
        text: 'Both mailboxes confirmed it, so your account has its new address from now on. You sign in with that one.',
      },
    ],
    why: 'You get this mail because changes of an address are always told to its owner.',
  };
}
