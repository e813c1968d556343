import { dateWords, fullDateWords, timeWords } from '@/app/_ui/time-words';
import type { Language } from '@/lib/words/languages';

type Props = {
  at: Date | string;
  /** The moment of rendering, taken once per page; an argument, so that server and browser say the same. */
  now: Date;
  timeZone?: string;
  language?: Language;
};

/** "3 hours ago" with the exact moment as tooltip and for machines. */
export function TimeAgo({ at, now, timeZone = 'UTC', language }: Props) {
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={fullDateWords(date, timeZone, language)}
      className="whitespace-nowrap"
    >
      {timeWords(date, now, timeZone, language)}
    </time>
  );
}

/** The moment itself: "Thursday 12 November 2026, 14:05 UTC", or only the date with `dateOnly`. */
export function DateTime({
  at,
  timeZone = 'UTC',
  dateOnly,
  language,
}: {
  at: Date | string;
  timeZone?: string;
  dateOnly?: boolean;
  language?: Language;
}) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()}>
      {dateOnly ? dateWords(date, timeZone, language) : fullDateWords(date, timeZone, language)}
    </time>
  );
}
