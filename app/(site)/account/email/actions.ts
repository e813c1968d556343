'use server';

import { answerEmailChange } from '@/lib/accounts/contact/answer-email-change';
import { AnswerChangeForm, answerChangeWords } from '@/lib/accounts/contact/schema';
import { publicAction } from '@/lib/web/action';

const DONE = {
  stopped: 'Stopped. The address of the account stays as it is.',
  waiting: 'Confirmed here. It changes as soon as the other mailbox confirms it, too.',
  done: 'Done. Your account has its new address from now on.',
};

export const answerChangeAction = publicAction({
  schema: AnswerChangeForm,
  limit: 'orderCode',
  run: answerEmailChange,
  words: answerChangeWords,
  status: { 'link-gone': 410 },
  after: ({ state }) => ({ message: DONE[state] }),
});
