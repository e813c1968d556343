const MONTHS = [
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
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From a week on a date says more than a count of days. */
const DATE_FROM = 7 * DAY;

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function parts(at: Date, timeZone: string) {
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

/** "14:05:30": a moment of today, to the second. */
export function clockWords(at: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(at);
}

/** "12 Nov 2026", in the given time zone. */
export function dateWords(at: Date, timeZone = 'UTC'): string {
  const { year, month, day } = parts(at, timeZone);
  return `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** "Thursday 12 November 2026, 14:05 UTC", in the given time zone. */
export function fullDateWords(at: Date, timeZone = 'UTC'): string {
  const { year, month, day, weekday, clock } = parts(at, timeZone);
  const zone = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}, ${clock} ${zone}`;
}

/** "just now", "3 hours ago", "in 2 days"; a week away or more, the date itself. */
export function timeWords(at: Date, now: Date, timeZone = 'UTC'): string {
  const past = now.getTime() - at.getTime();
  const away = Math.abs(past);
  if (away < MINUTE) return 'just now';
  if (away >= DATE_FROM) return dateWords(at, timeZone);
  const words =
    away < HOUR
      ? count(Math.floor(away / MINUTE), 'minute')
      : away < DAY
        ? count(Math.floor(away / HOUR), 'hour')
        : count(Math.floor(away / DAY), 'day');
  return past > 0 ? `${words} ago` : `in ${words}`;
}
