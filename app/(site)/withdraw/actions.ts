'use server';

import { forgetWithdrawal, keepWithdrawal, keptWithdrawal } from '@/app/(site)/withdraw/kept';
import { parseEmail } from '@/lib/accounts/email-address';
import { NoFields } from '@/lib/accounts/schema';
import { declareWithdrawal } from '@/lib/refunds/withdrawal/declare-withdrawal';
import { withdrawalKey } from '@/lib/refunds/withdrawal/rules';
import { WithdrawalForm, withdrawalWords } from '@/lib/refunds/withdrawal/schema';
import { publicAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const reviewWithdrawalAction = publicAction({
  schema: WithdrawalForm,
  limit: 'withdrawal',
  run: async ({ email }) =>
    parseEmail(email) === null
      ? { ok: false as const, reason: 'email-invalid' as const, field: 'email' }
      : { ok: true as const },
  words: withdrawalWords,
  status: { 'email-invalid': 422 },
  after: async (_result, input) => {
    await keepWithdrawal(input);
    return { redirect: '/withdraw/confirm' };
  },
});

export const confirmWithdrawalAction = publicAction({
  schema: NoFields,
  limit: 'withdrawal',
  run: async () => {
    const typed = await keptWithdrawal();
    if (!typed) return { ok: false as const, reason: 'gone' as const };
    return declareWithdrawal(typed, await requestLanguage());
  },
  words: withdrawalWords,
  status: { gone: 410, 'email-invalid': 422 },
  after: async ({ withdrawalId }) => {
    await forgetWithdrawal();
    return { redirect: `/withdraw/done?id=${withdrawalId}&key=${withdrawalKey(withdrawalId)}` };
  },
});
