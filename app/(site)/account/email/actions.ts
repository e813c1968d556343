'use server';

import { answerEmailChange } from '@/lib/accounts/contact/answer-email-change';
import { AnswerChangeForm, answerChangeWords } from '@/lib/accounts/contact/schema';
import { publicAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const answerChangeAction = publicAction({
  schema: AnswerChangeForm,
  limit: 'orderCode',
  run: async (input) => answerEmailChange(input, await requestLanguage()),
  words: answerChangeWords,
  status: { 'link-gone': 410 },
  // The link has done its work, so its own page could not say so.
  after: ({ state }) => ({ redirect: `/account/email?state=${state}` }),
});
