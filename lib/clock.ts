/** The one place that asks what time it is; rules and policies receive `now` as an argument. */
export function now(): Date {
  return new Date();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `date` plus `ms` milliseconds, as a new Date. */
export function later(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}

/** The calendar day yyyy-mm-dd of `date` in an IANA time zone such as "Europe/Berlin". */
export function calendarDay(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(date);
}
