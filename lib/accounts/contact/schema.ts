import { z } from 'zod';
import { EmailInput, LinkToken } from '@/lib/accounts/schema';

/** Both mailboxes confirm within this time; a mailbox that is rarely looked at still has a day. */
export const CHANGE_HOURS = 24;

export const EmailChangeForm = z.strictObject({
  email: EmailInput,
  password: z.string().max(1000, 'Enter your password.').optional(),
});
export type EmailChangeForm = z.infer<typeof EmailChangeForm>;

export const ChangeLinkForm = z.strictObject({ token: LinkToken });
export const AnswerChangeForm = z.strictObject({ token: LinkToken, answer: z.enum(['confirm', 'stop']) });

export type EmailChangeReason = 'email-invalid' | 'same' | 'wrong' | 'too-many' | 'no-address';
export const emailChangeWords: Record<EmailChangeReason, string> = {
  'email-invalid': 'This is not an e-mail address.',
  same: 'This is your address already.',
  wrong: 'This is not your current password.',
  'too-many': 'That was too often. Please wait a quarter of an hour and try again.',
  'no-address': 'This account has no address that could be changed.',
};

export type AnswerChangeReason = 'link-gone' | 'taken';
export const answerChangeWords: Record<AnswerChangeReason, string> = {
  'link-gone': 'This link was used, stopped, or has run out. Ask for the change again on your account page.',
  taken: 'There is an account with this address already. Sign in with it, or use another address.',
};

export const forgottenWords = {
  'too-many': 'A few such mails are on their way already. Look into your mailbox, or try again in an hour.',
};

export const NotMeForm = z.strictObject({ token: z.string().max(400) });
export const notMeWords = {
  'link-gone': 'This link has done its work, or has run out. Sign in with a mailed link instead.',
};
