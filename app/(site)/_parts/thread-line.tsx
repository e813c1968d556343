import Link from 'next/link';
import { TimeAgo } from '@/app/_ui/time-ago';
import { ThreadStateBadge } from '@/app/(site)/_parts/thread-state-badge';
import type { ThreadCard } from '@/lib/forum/make-thread-cards';
import type { Spoken } from '@/lib/words/catalogue';
import { sayCount } from '@/lib/words/say';

type Props = { thread: ThreadCard; now: Date; spoken: Spoken };

/** A thread in a short list: title, state in words, how many answered and when something happened last. */
export function ThreadLine({ thread, now, spoken: { words, language } }: Props) {
  return (
    <li className="relative flex flex-col gap-1 px-5 py-3.5 hover:bg-sunken">
      <Link
        href={thread.href}
        dir="auto"
        className="leading-snug font-semibold after:absolute after:inset-0 hover:text-accent-text"
      >
        {thread.title}
      </Link>
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.88rem] text-muted">
        <ThreadStateBadge state={thread.state} words={words.parts} />
        {thread.replyCount > 0 ? (
          <span>{sayCount(words.parts.replies, thread.replyCount, language)}</span>
        ) : null}
        <TimeAgo at={thread.lastActivityAt} now={now} language={language} />
      </span>
    </li>
  );
}
