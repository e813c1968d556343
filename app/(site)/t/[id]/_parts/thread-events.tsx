import {
  ArrowRightLeft,
  CircleAlert,
  CircleCheck,
  CircleDot,
  CircleSlash,
  Copy,
  FolderInput,
  Merge,
  Split,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { EventLine } from '@/lib/forum/event-queries';

type Words = { Icon: typeof Merge; text: ReactNode };

/** What one line says; null for what an older or newer version wrote. */
function wordsOf(event: EventLine, threadHref: string): Words | null {
  const who = <bdi className="font-semibold">{event.by ?? 'The site'}</bdi>;
  const other = event.other ? (
    <a href={event.other.href} className="text-link">
      <bdi>{event.other.title}</bdi>
    </a>
  ) : (
    'another thread'
  );
  const reply = (words: string) =>
    event.replyId ? (
      <a href={`${threadHref}?reply=${event.replyId}`} className="text-link" rel="nofollow">
        {words}
      </a>
    ) : (
      words
    );
  switch (event.kind) {
    case 'solved':
      return event.by
        ? {
            Icon: CircleCheck,
            text: (
              <>
                {who} marked this as solved by {reply('a reply')}
              </>
            ),
          }
        : { Icon: CircleCheck, text: <>Nobody objected: assumed solved by {reply('a reply')}</> };
    case 'unsolved':
      return {
        Icon: CircleDot,
        text: (
          <>
            {who} said that {reply('a reply')} did not solve it
          </>
        ),
      };
    case 'reopened':
      return {
        Icon: CircleDot,
        text: event.by ? <>{who} opened this again</> : <>Open again: it did not help everybody</>,
      };
    case 'on-review':
      return { Icon: CircleAlert, text: <>Two people say that {reply('the solution')} no longer works</> };
    case 'still-true':
      return {
        Icon: CircleCheck,
        text: (
          <>
            {who} checked {reply('the solution')}: it still works
          </>
        ),
      };
    case 'outdated':
      return {
        Icon: CircleSlash,
        text: (
          <>
            {who} checked {reply('the solution')}: it no longer works
          </>
        ),
      };
    case 'moved':
      return {
        Icon: FolderInput,
        text: (
          <>
            {who} moved this here{event.note ? <> from {event.note}</> : null}
          </>
        ),
      };
    case 'merged':
      return {
        Icon: Merge,
        text: (
          <>
            {who} merged {event.replyId ? reply(event.note || 'another thread') : other} into this
          </>
        ),
      };
    case 'split':
      return event.note
        ? {
            Icon: Split,
            text: (
              <>
                {who} moved {event.note === '1' ? '1 reply' : `${event.note} replies`} to {other}
              </>
            ),
          }
        : {
            Icon: Split,
            text: (
              <>
                {who} made this of replies to {other}
              </>
            ),
          };
    case 'duplicate':
      return {
        Icon: Copy,
        text: (
          <>
            {who} marked this as the same problem as {other}
          </>
        ),
      };
    case 'not-duplicate':
      return {
        Icon: ArrowRightLeft,
        text: (
          <>
            {who} said that this is not the same problem as {other}
          </>
        ),
      };
    default:
      return null;
  }
}

/** One quiet line among the replies. */
export function ThreadEventLine({
  event,
  threadHref,
  now,
  timeZone,
}: {
  event: EventLine;
  threadHref: string;
  now: Date;
  timeZone: string;
}) {
  const words = wordsOf(event, threadHref);
  if (!words) return null;
  return (
    <p className="flex items-start gap-2.5 px-4 text-[0.9rem] text-muted sm:px-5">
      <words.Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {words.text} · <TimeAgo at={event.at} now={now} timeZone={timeZone} />
      </span>
    </p>
  );
}
