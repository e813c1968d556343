import { UNDO_DAYS } from '@/lib/accounts/leaving/schema';
import type { MailContent } from '@/lib/mail/compose';

const WHY = 'You get this mail because it is about your account.';

/** Tells somebody that their account is on its way out, and how to keep it.
 * @param mail.until the last day, in words */
export function deletionMail(mail: { until: string; keepsTexts: boolean; accountPage: string }): MailContent {
  return {
    subject: 'Your account will be deleted',
    blocks: [
      {
        text: `You asked for your account to be deleted. That happens on ${mail.until}; until then, for ${UNDO_DAYS} days, you can keep it with one press.`,
      },
      {
        text: mail.keepsTexts
          ? 'What you wrote stays, under the name “Former member”.'
          : 'What you wrote is removed as well. An answer that solved somebody’s problem stays, without your name.',
      },
      { text: 'Orders and refunds are kept as long as the law asks the shop to.' },
      { button: { label: 'Keep my account', url: mail.accountPage } },
      { text: 'If it was not you who asked, sign in, keep the account, and set a new password.' },
    ],
    why: WHY,
  };
}

/** Tells somebody that their account stays. */
export function keptMail(): MailContent {
  return {
    subject: 'Your account stays',
    blocks: [{ text: 'Your account will not be deleted. Everything is as it was.' }],
    why: WHY,
  };
}
