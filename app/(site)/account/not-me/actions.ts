'use server';

import { wasNotMe } from '@/lib/accounts/contact/not-me';
import { NotMeForm, notMeWords } from '@/lib/accounts/contact/schema';
import { publicAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const wasNotMeAction = publicAction({
  schema: NotMeForm,
  limit: 'orderCode',
  run: async (input) => wasNotMe(input, await requestLanguage()),
  words: notMeWords,
  status: { 'link-gone': 410 },
  // The link has done its work, so its own page could not say so.
  after: () => ({ redirect: '/account/not-me' }),
});
