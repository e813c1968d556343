'use server';

import { answerEmailChange } from '@/lib/accounts/contact/answer-email-change';
import { AnswerChangeForm, answerChangeWords } from '@/lib/accounts/contact/schema';
import { publicAction } from '@/lib/web/action';

export const answerChangeAction = publicAction({
  schema: AnswerChangeForm,
  limit: 'orderCode',
  run: answerEmailChange,
  words: answerChangeWords,
  status: { 'link-gone': 410 },
  // The link has done its work, so its own page could not say so.
  after: ({ state }) => ({ redirect: `/account/email?state=${state}` }),
});
