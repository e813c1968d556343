'use server';

import { makeApiToken } from '@/lib/accounts/make-api-token';
import { revokeApiToken } from '@/lib/accounts/revoke-api-token';
import { RevokeTokenForm, TokenForm, tokenWords } from '@/lib/accounts/schema';
import { helperAction } from '@/lib/web/action';

export const makeTokenAction = helperAction({
  schema: TokenForm,
  limit: 'desk',
  run: makeApiToken,
  words: tokenWords,
  // The only time it is shown: the form prints the message, and the page forgets it when it is left.
  after: ({ token }) => ({ message: token, refresh: '/desk/settings/tokens' }),
});

export const revokeTokenAction = helperAction({
  schema: RevokeTokenForm,
  limit: 'desk',
  run: revokeApiToken,
  words: tokenWords,
  after: () => ({ refresh: '/desk/settings/tokens' }),
});
