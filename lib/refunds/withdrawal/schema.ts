import { z } from 'zod';

/** The three things that the directive allows to ask for (Article 11a (2)), and nothing else. */
export const WithdrawalForm = z.strictObject({
  name: z
    .string({ error: 'Write your name.' })
    .trim()
    .min(1, 'Write your name.')
    .max(200, 'Use at most 200 characters.'),
  contract: z
    .string({ error: 'Say which contract: the order number, or what you ordered.' })
    .trim()
    .min(1, 'Say which contract: the order number, or what you ordered.')
    .max(300, 'Use at most 300 characters.'),
  email: z
    .string({ error: 'Enter your e-mail address.' })
    .trim()
    .min(1, 'Enter your e-mail address.')
    .max(1000),
});
export type WithdrawalForm = z.infer<typeof WithdrawalForm>;

export type WithdrawalReason = 'email-invalid' | 'gone';
export const withdrawalWords: Record<WithdrawalReason, string> = {
  'email-invalid': 'This is not an e-mail address.',
  gone: 'Nothing waits for your confirmation any more. If you have confirmed already, your withdrawal has reached us; if not, please enter it again.',
};

export const HandledForm = z.strictObject({ withdrawalId: z.string().min(1).max(64) });
export const handledWords = { 'not-found': 'This withdrawal does not exist.' };
