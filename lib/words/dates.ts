import type { Language } from '@/lib/words/languages';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A moment taken apart, on the clock of a time zone. */
export function dateParts(at: Date, timeZone: string) {
  // Only digits are taken from Intl: month names differ between versions ("Sep", "Sept"), digits do not.
  const found = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const get = (type: string) => found.find((part) => part.type === type)?.value ?? '';
  const [year, month, day] = [Number(get('year')), Number(get('month')), Number(get('day'))];
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    clock: `${get('hour')}:${get('minute')}`,
  };
}

/** "Saturday 21 November 2026", as the language writes a day in full. */
export function fullDay(at: Date, timeZone: string, language: Language): string {
  if (language !== 'en') {
    return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full' }).format(at);
  }
  const { year, month, day, weekday } = dateParts(at, timeZone);
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}`;
}
