import { z } from 'zod';

/** Languages a shop can write in: those whose endings the search knows. Each is named in itself. */
export const LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'français',
  es: 'español',
  it: 'italiano',
  pt: 'português',
  nl: 'Nederlands',
  sv: 'svenska',
  da: 'dansk',
  no: 'norsk',
  fi: 'suomi',
  ro: 'română',
  hu: 'magyar',
  tr: 'Türkçe',
  ru: 'русский',
} as const;

export type Language = keyof typeof LANGUAGE_NAMES;
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];
export const Language = z.enum(LANGUAGES);
