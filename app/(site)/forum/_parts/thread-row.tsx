import { CircleCheck, CircleDashed, CircleDot, Copy, EyeOff, Lock } from 'lucide-react';
import Link from 'next/link';
import { Badge, BuyerBadge, StaffBadge } from '@/app/_ui/badge';
import { Sentence } from '@/app/_ui/sentence';
import { TimeAgo } from '@/app/_ui/time-ago';
import { ThreadStateBadge } from '@/app/(site)/_parts/thread-state-badge';
import type { ListedThread } from '@/lib/forum/list-queries';
import type { Spoken } from '@/lib/words/catalogue';
import { sayCount } from '@/lib/words/say';

const MARKS = {
  solved: { Icon: CircleCheck, colour: 'text-good' },
  unsolved: { Icon: CircleDot, colour: 'text-muted' },
  unanswered: { Icon: CircleDashed, colour: 'text-warn' },
  elsewhere: { Icon: Copy, colour: 'text-muted' },
} as const;

type Props = { thread: ListedThread; now: Date; timeZone: string; spoken: Spoken };

/** One thread of a list: state, title, and how much is going on, at a glance. */
export function ThreadRow({ thread, now, timeZone, spoken: { words, language } }: Props) {
  const { sameAs } = thread;
  const { Icon, colour } = MARKS[sameAs ? 'elsewhere' : thread.state];
  const people = 1 + thread.meTooCount;
  return (
    <li className="relative flex gap-3.5 px-4 py-4 hover:bg-sunken/60 sm:px-5">
      <Icon aria-hidden className={`mt-1 size-5 shrink-0 max-sm:hidden ${colour}`} />
      <div className="min-w-0 grow">
        <Link
          href={thread.href}
          dir="auto"
          className="line-clamp-3 font-serif text-[1.1rem] leading-snug font-semibold after:absolute after:inset-0 hover:text-accent-text"
        >
          {thread.title}
        </Link>
        <p dir="auto" className="mt-0.5 line-clamp-1 text-[0.92rem] text-muted">
          {thread.excerpt}
        </p>
        {sameAs ? (
          <p className="mt-1.5 text-[0.92rem]">
            <Sentence
              text={words.forum.sameAs}
              places={{
                thread: (
                  <Link prefetch={false} href={sameAs.href} className="text-link relative z-10 wrap-anywhere">
                    <bdi>{sameAs.title}</bdi>
                  </Link>
                ),
              }}
            />
          </p>
        ) : null}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.88rem] text-muted">
          {sameAs ? null : <ThreadStateBadge state={thread.state} words={words.parts} />}
          {thread.newReplies > 0 ? (
            <Link
              prefetch={false}
              href={`${thread.href}?unread=1`}
              rel="nofollow"
              className="relative z-10 -my-1 inline-flex min-h-8 items-center rounded-full bg-accent-soft px-2.5 font-semibold text-accent-text hover:underline"
            >
              {sayCount(words.forum.newReplies, thread.newReplies, language)}
              <span className="sr-only">{words.forum.firstUnread}</span>
            </Link>
          ) : null}
          {thread.replyCount > 0 ? (
            <span>{sayCount(words.parts.replies, thread.replyCount, language)}</span>
          ) : null}
          {people > 1 ? <span>{sayCount(words.forum.people, people, language)}</span> : null}
          <span>
            <bdi>{thread.author.name}</bdi>
          </span>
          {thread.author.role === 'owner' || thread.author.role === 'helper' ? (
            <StaffBadge role={thread.author.role} words={words.parts} />
          ) : thread.author.verifiedBuyer ? (
            <BuyerBadge words={words.parts} />
          ) : null}
          <span>
            <bdi>{thread.category.name}</bdi>
          </span>
          <TimeAgo at={thread.lastActivityAt} now={now} timeZone={timeZone} language={language} />
          {thread.isLocked ? <Badge icon={<Lock aria-hidden />}>{words.parts.locked}</Badge> : null}
          {thread.isHidden ? (
            <Badge tone="warn" icon={<EyeOff aria-hidden />}>
              {words.parts.hidden}
            </Badge>
          ) : null}
        </p>
      </div>
    </li>
  );
}
