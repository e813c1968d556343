import type { IncomingHttpHeaders } from 'node:http';
import { wordsOf } from '@/lib/words/catalogue';
import { DEFAULT_LANGUAGE, LANGUAGE_COOKIE, languageOf, wishedLanguage } from '@/lib/words/languages';
import { refusalIn } from '@/lib/words/refusal-in';

const CHOSEN = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`);

/** The page of a request that came no further than the door. It speaks what the browser chose or wishes for (who is asking
 * has not been looked up); a sentence that only programs should meet is not translated, and then all of it is English.
 * @param sentence one of ours, in English */
export function barePage(status: number, sentence: string, headers: IncomingHttpHeaders): string {
  const wished =
    languageOf(CHOSEN.exec(headers.cookie ?? '')?.[1]) ??
    wishedLanguage(headers['accept-language'] ?? null) ??
    DEFAULT_LANGUAGE;
  const said = refusalIn(sentence, wished);
  const language = said === sentence ? DEFAULT_LANGUAGE : wished;
  const { title, back } = wordsOf(language).bare;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><main><h1>${title}</h1><p>${said}</p><p><a href="/">${back}</a></p></main></html>`;
}
