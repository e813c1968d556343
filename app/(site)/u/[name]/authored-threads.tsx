import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { Pagination } from '@/app/_ui/pagination';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { ThreadList } from '@/lib/forum/queries';
import type { Spoken } from '@/lib/words/catalogue';
import { sayCount } from '@/lib/words/say';

type Props = {
  list: ThreadList;
  isSelf: boolean;
  now: Date;
  timeZone: string;
  spoken: Spoken;
  hrefFor: (page: number) => string;
};

/** The threads one person started, as far as the person looking may see them. */
export function AuthoredThreads({ list, isSelf, now, timeZone, spoken, hrefFor }: Props) {
  const { words: all, language } = spoken;
  const words = all.profile;
  if (list.total === 0) {
    return (
      <EmptyState
        title={isSelf ? words.noneOwn : words.none}
        action={isSelf ? <ButtonLink href="/forum/new">{words.ask}</ButtonLink> : null}
      >
        {isSelf ? words.noneOwnText : words.noneText}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="threads">
      <h2 id="threads" className="mb-4">
        {sayCount(words.threads, list.total, language)}
      </h2>
      <Card flush>
        <ul className="divide-y divide-line">
          {list.items.map((thread) => (
            <li key={thread.id} className="px-5 py-4 sm:px-6">
              <Link
                href={thread.href}
                dir="auto"
                className="font-semibold hover:text-accent-text hover:underline"
              >
                {thread.title}
              </Link>
              <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.92rem] text-muted">
                {thread.acceptedCount > 0 ? <Badge tone="good">{all.parts.solved}</Badge> : null}
                {thread.isHidden ? <Badge tone="warn">{all.parts.hidden}</Badge> : null}
                <span>{sayCount(all.parts.replies, thread.replyCount, language)}</span>
                <span>
                  <bdi>{thread.category.name}</bdi>
                </span>
                <TimeAgo at={thread.lastActivityAt} now={now} timeZone={timeZone} language={language} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Pagination
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        hrefFor={hrefFor}
        words={all.parts}
      />
    </section>
  );
}
