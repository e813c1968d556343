import { dateWords, fullDateWords, timeWords } from '@/app/_ui/time-words';

type Props = {
  at: Date | string;
  /** The moment of rendering, taken once per page; an argument, so that server and browser say the same. */
  now: Date;
  timeZone?: string;
};

/** "3 hours ago" with the exact moment as tooltip and for machines. */
export function TimeAgo({ at, now, timeZone = 'UTC' }: Props) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={fullDateWords(date, timeZone)} className="whitespace-nowrap">
      {timeWords(date, now, timeZone)}
    </time>
  );
}

/** The moment itself: "Thursday 12 November 2026, 14:05 UTC", or only the date with `dateOnly`. */
export function DateTime({
  at,
  timeZone = 'UTC',
  dateOnly,
}: {
  at: Date | string;
  timeZone?: string;
  dateOnly?: boolean;
}) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()}>
      {dateOnly ? dateWords(date, timeZone) : fullDateWords(date, timeZone)}
    </time>
  );
}
