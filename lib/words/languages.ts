/** The languages the site speaks, each with a catalogue beside this file. The first one is spoken where nobody says. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'en';

/** Where a browser keeps the language that was chosen in it. */
export const LANGUAGE_COOKIE = 'porchlight-language';

/** How each language calls itself, for choosing. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** @returns the language with this code, or null for anything else */
export function languageOf(code: unknown): Language | null {
  return LANGUAGES.find((language) => language === code) ?? null;
}

/** Real browsers send a dozen wishes at most. */
const WISHES_READ = 20;

/** What a browser wishes for, weighed as RFC 9110 (12.5.4) says: the wish with the highest q whose main part ("de" of "de-AT")
 * is ours; of equals the first. `*` and what we do not speak decide nothing.
 * @param header Accept-Language as sent; null where none was */
export function wishedLanguage(header: string | null): Language | null {
  let best: { language: Language; weight: number } | null = null;
  for (const wish of (header ?? '').slice(0, 500).split(',').slice(0, WISHES_READ)) {
    const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const language = languageOf(range.split('-')[0]);
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    if (language === null || !(weight > 0 && weight <= 1)) continue;
    if (best === null || weight > best.weight) best = { language, weight };
  }
  return best?.language ?? null;
}
