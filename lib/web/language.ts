import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { currentActor } from '@/lib/accounts/session';
import { config } from '@/lib/config';
import { type Spoken, wordsOf } from '@/lib/words/catalogue';
import { DEFAULT_LANGUAGE, type Language, languageOf, wishedLanguage } from '@/lib/words/languages';

const COOKIE = 'porchlight-language';
const YEAR_SECONDS = 365 * 24 * 3600;

/** The language of this request: what the person chose, else what this browser chose here, else what it wishes for. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const chosen = (await currentActor())?.language ?? languageOf((await cookies()).get(COOKIE)?.value);
  return chosen ?? wishedLanguage((await headers()).get('accept-language')) ?? DEFAULT_LANGUAGE;
});

/** The language of this request and its words. */
export const pageWords = cache(async (): Promise<Spoken> => {
  const language = await requestLanguage();
  return { language, words: wordsOf(language) };
});

/** Lets this browser remember a language. Only from an action. */
export async function rememberLanguage(language: Language): Promise<void> {
  (await cookies()).set(COOKIE, language, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/',
    maxAge: YEAR_SECONDS,
  });
}
