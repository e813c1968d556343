import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { DateTime, TimeAgo } from '@/app/_ui/time-ago';
import type { Language } from '@/lib/words/languages';

export type TimelineState = 'done' | 'current' | 'upcoming' | 'problem';
export type TimelineItem = { title: ReactNode; detail?: ReactNode; at?: Date; state: TimelineState };

const MARKS: Record<TimelineState, string> = {
  done: 'border-good bg-good text-surface',
  current: 'border-accent-text bg-accent-soft text-accent-text',
  upcoming: 'border-edge bg-surface text-muted',
  problem: 'border-bad bg-bad-soft text-bad',
};

const ENGLISH: Record<TimelineState, string> = {
  done: 'Done',
  current: 'Happening now',
  upcoming: 'Still to come',
  problem: 'Needs attention',
};

function Mark({ state, word }: { state: TimelineState; word: string }) {
  return (
    <span
      className={classNames(
        'relative z-10 inline-flex size-8 shrink-0 items-center justify-center rounded-full border-2',
        MARKS[state],
      )}
    >
      {state === 'done' ? <Check aria-hidden className="size-4.5" strokeWidth={3} /> : null}
      {state === 'problem' ? <TriangleAlert aria-hidden className="size-4" /> : null}
      {state === 'current' ? (
        <span aria-hidden className="breathe size-3 rounded-full bg-accent-text" />
      ) : null}
      <span className="sr-only">{word}: </span>
    </span>
  );
}

/** Steps in order, like a parcel's journey: what is done, what happens now, what comes next. */
export function Timeline({
  items,
  now,
  timeZone,
  language,
  marks = ENGLISH,
}: {
  items: readonly TimelineItem[];
  now: Date;
  timeZone?: string;
  language?: Language;
  /** What is read out for the mark of a step. */
  marks?: Record<TimelineState, string>;
}) {
  return (
    <ol>
      {items.map((item, index) => (
        // Steps have no identity but their place: history only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className="relative flex gap-4 pb-7 last:pb-0">
          {index < items.length - 1 ? (
            <span
              aria-hidden
              className={classNames(
                'absolute start-[calc(1rem-1px)] top-8 bottom-0 border-s-2',
                item.state === 'done' ? 'border-good' : 'border-dashed border-edge/60',
              )}
            />
          ) : null}
          <Mark state={item.state} word={marks[item.state]} />
          <div className="min-w-0 pt-0.5">
            <p className={item.state === 'upcoming' ? 'text-muted' : 'font-semibold'}>{item.title}</p>
            {item.detail ? <div className="max-w-prose text-[0.95rem] text-muted">{item.detail}</div> : null}
            {item.at ? (
              <p className="text-[0.88rem] text-muted">
                <TimeAgo at={item.at} now={now} timeZone={timeZone} language={language} /> ·{' '}
                <DateTime at={item.at} timeZone={timeZone} language={language} />
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
