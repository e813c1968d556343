'use server';

import { saveProfile } from '@/lib/accounts/save-profile';
import {
  DeviceForm,
  NoFields,
  PasswordForm,
  ProfileForm,
  passwordWords,
  profileWords,
} from '@/lib/accounts/schema';
import { currentSessionId, endSession } from '@/lib/accounts/session';
import { setPassword } from '@/lib/accounts/set-password';
import { signOutDevice } from '@/lib/accounts/sign-out-device';
import { signOutEverywhere } from '@/lib/accounts/sign-out-everywhere';
import { publicAction, userAction } from '@/lib/web/action';

export const saveProfileAction = userAction({
  schema: ProfileForm,
  limit: 'post',
  run: saveProfile,
  words: profileWords,
  after: () => ({ message: 'Saved.', refresh: '/account' }),
});

export const setPasswordAction = userAction({
  schema: PasswordForm,
  limit: 'post',
  run: async (input, actor) => setPassword(input, actor, await currentSessionId()),
  words: passwordWords,
  status: { wrong: 422, 'too-many': 429 },
  after: () => ({ message: 'Your password is set. All other devices are signed out.', refresh: '/account' }),
});

export const signOutDeviceAction = userAction({
  schema: DeviceForm,
  limit: 'post',
  run: signOutDevice,
  words: {},
  after: () => ({ refresh: '/account' }),
});

export const signOutEverywhereAction = userAction({
  schema: NoFields,
  limit: 'post',
  run: (_input, actor) => signOutEverywhere(actor),
  words: {},
  after: async () => {
    await endSession();
    return { redirect: '/sign-in' };
  },
});

export const signOutAction = publicAction({
  schema: NoFields,
  limit: 'post',
  run: async () => ({ ok: true as const }),
  words: {},
  after: async () => {
    await endSession();
    return { redirect: '/' };
  },
});
