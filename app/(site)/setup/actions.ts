'use server';

import { enterSite } from '@/app/(site)/sign-in/enter-site';
import { SetUpForm, setUpWords } from '@/lib/accounts/schema';
import { setUpOwner } from '@/lib/accounts/set-up-owner';
import { publicAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const setUpAction = publicAction({
  schema: SetUpForm,
  limit: 'signInPerAddress',
  run: async (input) => setUpOwner(input, await requestLanguage()),
  words: setUpWords,
  status: { 'email-invalid': 422, 'token-wrong': 403 },
  after: ({ personId }) => enterSite({ personId, redirectTo: '/desk' }),
});
