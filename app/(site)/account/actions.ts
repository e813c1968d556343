'use server';

import { mailPasswordForgotten } from '@/lib/accounts/contact/not-me';
import { requestEmailChange } from '@/lib/accounts/contact/request-email-change';
import { EmailChangeForm, emailChangeWords, forgottenWords } from '@/lib/accounts/contact/schema';
import { keepAccount } from '@/lib/accounts/leaving/keep-account';
import { requestDeletion } from '@/lib/accounts/leaving/request-deletion';
import { DeletionForm, deletionWords } from '@/lib/accounts/leaving/schema';
import { pictureWords, removePicture, savePicture } from '@/lib/accounts/save-picture';
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
import { requestLanguage } from '@/lib/web/language';

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
  run: async (input, actor) => setPassword(input, actor, await currentSessionId(), await requestLanguage()),
  words: passwordWords,
  status: { wrong: 422, 'too-many': 429 },
  after: () => ({ message: 'Your password is set. All other devices are signed out.', refresh: '/account' }),
});

export const forgotPasswordAction = userAction({
  schema: NoFields,
  limit: 'post',
  run: async (_input, actor) => mailPasswordForgotten(actor, await requestLanguage()),
  words: forgottenWords,
  status: { 'too-many': 429 },
  after: () => ({ message: 'We mailed you a link that takes the old password away.' }),
});

export const changeEmailAction = userAction({
  schema: EmailChangeForm,
  limit: 'post',
  run: async (input, actor) => requestEmailChange(input, actor, await requestLanguage()),
  words: emailChangeWords,
  status: { 'email-invalid': 422, same: 422, wrong: 422, 'too-many': 429 },
  after: () => ({
    message: 'We mailed both addresses. Yours changes when both have confirmed it, within 24 hours.',
  }),
});

export const savePictureAction = userAction({
  schema: NoFields,
  limit: 'upload',
  run: (_input, actor, form) => savePicture(form, actor),
  words: pictureWords,
  status: { 'too-large': 413, quota: 429 },
  after: () => ({ message: 'Your picture is set.', refresh: '/account' }),
});

export const removePictureAction = userAction({
  schema: NoFields,
  limit: 'post',
  run: (_input, actor) => removePicture(actor),
  words: {},
  after: () => ({ refresh: '/account' }),
});

export const deleteAccountAction = userAction({
  schema: DeletionForm,
  limit: 'post',
  run: async (input, actor) => requestDeletion(input, actor, await requestLanguage()),
  words: deletionWords,
  status: { wrong: 422, 'too-many': 429 },
  after: () => ({ redirect: '/account' }),
});

export const keepAccountAction = userAction({
  schema: NoFields,
  limit: 'post',
  run: async (_input, actor) => keepAccount(actor, await requestLanguage()),
  words: {},
  after: () => ({ redirect: '/account' }),
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
