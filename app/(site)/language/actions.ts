'use server';

import { revalidatePath } from 'next/cache';
import { saveLanguage } from '@/lib/accounts/save-language';
import { LanguageForm } from '@/lib/accounts/schema';
import { sameOriginPath } from '@/lib/safe-path';
import { publicAction } from '@/lib/web/action';
import { rememberLanguage } from '@/lib/web/language';

/** Everything around the page speaks another language from now on, so nothing the browser has kept may stay. */
export const chooseLanguageAction = publicAction({
  schema: LanguageForm,
  limit: 'feedback',
  run: saveLanguage,
  words: {},
  after: async ({ language, back }) => {
    await rememberLanguage(language);
    revalidatePath('/', 'layout');
    return { redirect: sameOriginPath(back, '/') };
  },
});
