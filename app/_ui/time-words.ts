import { dateParts, fullDay, MONTHS, WEEKDAYS } from '@/lib/words/dates';
import type { Language } from '@/lib/words/languages';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From a week on a date says more than a count of days. */
const DATE_FROM = 7 * DAY;

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** "14:05:30": a moment of today, to the second. */
export function clockWords(at: Date, timeZone = 'UTC', language: Language = 'en'): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeStyle: 'medium',
    timeZone,
  }).format(at);
}

/** "12 Nov 2026", in the given time zone. */
export function dateWords(at: Date, timeZone = 'UTC', language: Language = 'en'): string {
  if (language !== 'en') return byLocale(at, language, { timeZone, dateStyle: 'medium' });
  const { year, month, day } = dateParts(at, timeZone);
  return `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** "Thu 12 Nov, 14:05 UTC": a moment of these days, in the given time zone. */
export function momentWords(at: Date, timeZone = 'UTC', language: Language = 'en'): string {
  const { month, day, weekday, clock } = dateParts(at, timeZone);
  const zone = zoneWords(timeZone);
  if (language !== 'en') {
    const date = byLocale(at, language, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
    return `${date}, ${clock} ${zone}`;
  }
  return `${WEEKDAYS[weekday]?.slice(0, 3)} ${day} ${MONTHS[month - 1]?.slice(0, 3)}, ${clock} ${zone}`;
}

function zoneWords(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}

/** "Thursday 12 November 2026, 14:05 UTC", in the given time zone. */
export function fullDateWords(at: Date, timeZone = 'UTC', language: Language = 'en'): string {
  return `${fullDay(at, timeZone, language)}, ${dateParts(at, timeZone).clock} ${zoneWords(timeZone)}`;
}

/** "just now", "3 hours ago", "in 2 days"; a week away or more, the date itself. */
export function timeWords(at: Date, now: Date, timeZone = 'UTC', language: Language = 'en'): string {
  const past = now.getTime() - at.getTime();
  const away = Math.abs(past);
  if (away >= DATE_FROM) return dateWords(at, timeZone, language);
  if (language !== 'en') return relative(past, language);
  if (away < MINUTE) return 'just now';
  const words =
    away < HOUR
      ? count(Math.floor(away / MINUTE), 'minute')
      : away < DAY
        ? count(Math.floor(away / HOUR), 'hour')
        : count(Math.floor(away / DAY), 'day');
  return past > 0 ? `${words} ago` : `in ${words}`;
}

/** A calendar day, "2026-11-21", as the language writes it in full. */
export function dayIn(date: string, language: Language): string {
  return fullDay(new Date(`${date}T00:00:00Z`), 'UTC', language);
}

function byLocale(at: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(at);
}

/** How long ago as the language's own rules say it; within a minute that is "now". */
function relative(past: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const [unit, size] = unitOf(Math.abs(past));
  const count = Math.floor(Math.abs(past) / size);
  if (count === 0) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  return words.format(past > 0 ? -count : count, unit);
}

function unitOf(away: number): ['minute' | 'hour' | 'day', number] {
  if (away < HOUR) return ['minute', MINUTE];
  return away < DAY ? ['hour', HOUR] : ['day', DAY];
}
