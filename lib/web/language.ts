import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { currentActor } from '@/lib/accounts/session';
import { config } from '@/lib/config';
import type { FormState } from '@/lib/web/form-state';
import { requestPath } from '@/lib/web/response-status';
import { type Spoken, wordsOf } from '@/lib/words/catalogue';
import {
  DEFAULT_LANGUAGE,
  LANGUAGE_COOKIE,
  type Language,
  languageOf,
  wishedLanguage,
} from '@/lib/words/languages';
import { refusalIn } from '@/lib/words/refusal-in';

const YEAR_SECONDS = 365 * 24 * 3600;

/** The language of this request: what the person chose, else what this browser chose here, else what it wishes for. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const chosen =
    (await currentActor())?.language ?? languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value);
  return chosen ?? wishedLanguage((await headers()).get('accept-language')) ?? DEFAULT_LANGUAGE;
});

/** The language of this request and its words. */
export const pageWords = cache(async (): Promise<Spoken> => {
  const language = await requestLanguage();
  return { language, words: wordsOf(language) };
});

/** Pages that are written in every language; the forms of the others answer in English, as everything on them is. */
const TRANSLATED =
  /^\/(?:account|faq|forum|language|notifications|refund|sign-in|solved|stop|t|u|withdraw)(?:\/|$)/;

/** What a form answers, in the language of the page it stands on. */
export async function answerInPageLanguage(state: FormState): Promise<FormState> {
  if (state.message === undefined || !TRANSLATED.test(requestPath())) return state;
  const language = await requestLanguage();
  const fieldErrors = Object.entries(state.fieldErrors ?? {}).map(([field, words]) => [
    field,
    refusalIn(words, language),
  ]);
  return {
    ...state,
    message: refusalIn(state.message, language),
    ...(state.fieldErrors ? { fieldErrors: Object.fromEntries(fieldErrors) } : {}),
  };
}

/** Lets this browser remember a language. Only from an action. */
export async function rememberLanguage(language: Language): Promise<void> {
  (await cookies()).set(LANGUAGE_COOKIE, language, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/',
    maxAge: YEAR_SECONDS,
  });
}
