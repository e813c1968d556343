'use server';

import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { signInWords } from '@/lib/accounts/schema';
import { SubscribePush, UnsubscribePush } from '@/lib/notifications/push/schema';
import { subscribePush, unsubscribePush } from '@/lib/notifications/push/subscribe-push';
import { saveChoices } from '@/lib/notifications/save-choices';
import { ChoicesForm, NoFields } from '@/lib/notifications/schema';
import { userAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const saveChoicesAction = userAction({
  schema: ChoicesForm,
  limit: 'vote',
  run: saveChoices,
  words: {},
  after: () => ({ message: 'Saved.', refresh: '/account/notifications' }),
});

/** Opening the mailed link proves that the address takes mail again (lib/accounts/confirm-sign-in-link.ts). */
export const proveAddressAction = userAction({
  schema: NoFields,
  limit: 'post',
  run: async (_input, actor) =>
    requestSignInLink(
      { email: actor.email ?? '', next: '/account/notifications' },
      { language: await requestLanguage() },
    ),
  words: signInWords,
  after: () => ({ message: 'A mail is on its way. Open its link, and mails about the forum come again.' }),
});

export const subscribePushAction = userAction({
  schema: SubscribePush,
  limit: 'vote',
  run: subscribePush,
  words: {},
  after: () => ({}),
});

export const unsubscribePushAction = userAction({
  schema: UnsubscribePush,
  limit: 'vote',
  run: unsubscribePush,
  words: {},
  after: () => ({}),
});
