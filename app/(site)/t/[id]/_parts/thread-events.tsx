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
import { Sentence } from '@/app/_ui/sentence';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { EventLine } from '@/lib/forum/event-queries';
import { pageWords } from '@/lib/web/language';
import type { Spoken, Words } from '@/lib/words/catalogue';
import { formFor } from '@/lib/words/say';

type Line = { Icon: typeof Merge; text: string };

/** The sentence of a line, with its places still open; null for what an older or newer version wrote. */
function lineOf(event: EventLine, { words, language }: Spoken): Line | null {
  const said = words.thread.events;
  switch (event.kind) {
    case 'solved':
      return { Icon: CircleCheck, text: event.by ? said.solved : said.assumed };
    case 'unsolved':
      return { Icon: CircleDot, text: said.unsolved };
    case 'reopened':
      return { Icon: CircleDot, text: event.by ? said.reopened : said.reopenedItself };
    case 'on-review':
      return { Icon: CircleAlert, text: said.onReview };
    case 'still-true':
      return { Icon: CircleCheck, text: said.stillTrue };
    case 'outdated':
      return { Icon: CircleSlash, text: said.outdated };
    case 'moved':
      return { Icon: FolderInput, text: event.note ? said.movedFrom : said.moved };
    case 'merged':
      return { Icon: Merge, text: said.merged };
    case 'split':
      return {
        Icon: Split,
        text: event.note ? formFor(said.splitTo, Number(event.note), language) : said.splitFrom,
      };
    case 'duplicate':
      return { Icon: Copy, text: said.duplicate };
    case 'not-duplicate':
      return { Icon: ArrowRightLeft, text: said.notDuplicate };
    default:
      return null;
  }
}

/** Events that tell of an accepted answer; the others speak of any reply. */
const OF_SOLUTION: readonly string[] = ['on-review', 'still-true', 'outdated'];

/** What stands in the places of the sentences. */
function placesOf(event: EventLine, threadHref: string, said: Words['thread']['events']) {
  const reply = (words: string) =>
    event.replyId ? (
      <a href={`${threadHref}?reply=${event.replyId}`} className="text-link" rel="nofollow">
        {words}
      </a>
    ) : (
      words
    );
  const other = event.other ? (
    <a href={event.other.href} className="text-link">
      <bdi>{event.other.title}</bdi>
    </a>
  ) : (
    said.anotherThread
  );
  return {
    who: <bdi className="font-semibold">{event.by ?? said.site}</bdi>,
    reply: reply(OF_SOLUTION.includes(event.kind) ? said.theSolution : said.aReply),
    other: event.kind === 'merged' && event.replyId ? reply(event.note || said.anotherThread) : other,
    place: event.note,
    n: event.note,
  };
}

/** One quiet line among the replies. */
export async function ThreadEventLine({
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
  const spoken = await pageWords();
  const line = lineOf(event, spoken);
  if (!line) return null;
  return (
    <p className="flex items-start gap-2.5 px-4 text-[0.9rem] text-muted sm:px-5">
      <line.Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        <Sentence text={line.text} places={placesOf(event, threadHref, spoken.words.thread.events)} /> ·{' '}
        <TimeAgo at={event.at} now={now} timeZone={timeZone} language={spoken.language} />
      </span>
    </p>
  );
}
