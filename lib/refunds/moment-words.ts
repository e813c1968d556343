import { wordsOf } from '@/lib/words/catalogue';
import { dateParts, fullDay } from '@/lib/words/dates';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** "Saturday 21 November 2026 at 22:33 UTC": what an acknowledgement must be dated with. */
export function utcWords(at: Date, language: Language): string {
  const { clock } = dateParts(at, 'UTC');
  return say(wordsOf(language).refundMails.moment, { day: fullDay(at, 'UTC', language), clock });
}

/** "Tuesday 24 November 2026 at 14:10 (Berlin time)": a promise, on the clock of the shop that gives it. */
export function promiseWords(at: Date, timeZone: string, language: Language): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  if (place === 'UTC') return utcWords(at, language);
  const { clock } = dateParts(at, timeZone);
  const day = fullDay(at, timeZone, language);
  return say(wordsOf(language).refundMails.promise, { day, clock, place });
}

/** "Saturday 21 November 2026", for promises that are kept within a day. */
export function dayWords(at: Date, language: Language): string {
  return fullDay(at, 'UTC', language);
}
