'use server';

import { wasNotMe } from '@/lib/accounts/contact/not-me';
import { NotMeForm, notMeWords } from '@/lib/accounts/contact/schema';
import { publicAction } from '@/lib/web/action';

export const wasNotMeAction = publicAction({
  schema: NotMeForm,
  limit: 'orderCode',
  run: wasNotMe,
  words: notMeWords,
  status: { 'link-gone': 410 },
  after: () => ({
    message: 'The password is gone and every device is signed out. A link to sign in is on its way to you.',
  }),
});
