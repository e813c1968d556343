'use server';

import { enterSite } from '@/app/(site)/sign-in/enter-site';
import { beginSignIn } from '@/lib/accounts/begin-sign-in';
import {
  ConfirmCodeForm,
  ConfirmLinkForm,
  codeWords,
  confirmWords,
  SignInForm,
  SignUpForm,
  signInWords,
} from '@/lib/accounts/schema';
import { signUpWithPassword } from '@/lib/accounts/sign-up-with-password';
import { enterByCode, enterByLink } from '@/lib/asking/enter-by-mail';
import { publicAction } from '@/lib/web/action';
import { browserToken, markBrowserToken } from '@/lib/web/browser-holder';
import { requestLanguage } from '@/lib/web/language';
import { requestAddress } from '@/lib/web/visitor';

export const signInAction = publicAction({
  schema: SignInForm,
  limit: 'signInPerAddress',
  run: async (input) => beginSignIn(input, await requestAddress(), markBrowserToken, await requestLanguage()),
  words: signInWords,
  status: { 'email-invalid': 422, wrong: 422, 'too-many': 429 },
  after: enterSite,
});

export const signUpAction = publicAction({
  schema: SignUpForm,
  limit: 'signInPerAddress',
  run: async (input) => signUpWithPassword(input, await markBrowserToken(), await requestLanguage()),
  words: signInWords,
  status: { 'email-invalid': 422 },
  after: () => ({ redirect: '/sign-in/check-mail' }),
});

export const confirmLinkAction = publicAction({
  schema: ConfirmLinkForm,
  limit: 'signInPerAddress',
  run: async (input) => enterByLink(input, await browserToken(), await requestLanguage()),
  words: confirmWords,
  status: { 'link-gone': 410, suspended: 403 },
  after: enterSite,
});

export const confirmCodeAction = publicAction({
  schema: ConfirmCodeForm,
  limit: 'signInPerAddress',
  run: async (input) => enterByCode(input, await browserToken(), await requestLanguage()),
  words: codeWords,
  status: { 'link-gone': 410, 'code-gone': 410, 'code-wrong': 422, suspended: 403 },
  after: enterSite,
});
