import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { Pagination } from '@/app/_ui/pagination';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { ThreadList } from '@/lib/forum/queries';

type Props = {
  list: ThreadList;
  isSelf: boolean;
  now: Date;
  timeZone: string;
  hrefFor: (page: number) => string;
};

/** The threads one person started, as far as the person looking may see them. */
export function AuthoredThreads({ list, isSelf, now, timeZone, hrefFor }: Props) {
  if (list.total === 0) {
    return (
      <EmptyState
        title={isSelf ? 'You have not asked anything yet' : 'No threads yet'}
        action={isSelf ? <ButtonLink href="/forum/new">Ask a question</ButtonLink> : null}
      >
        {isSelf ? 'Your threads will be listed here.' : 'Threads this person starts will be listed here.'}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="threads">
      <h2 id="threads" className="mb-4">
        {list.total === 1 ? 'One thread' : `${list.total} threads`}
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
                {thread.acceptedCount > 0 ? <Badge tone="good">Solved</Badge> : null}
                {thread.isHidden ? <Badge tone="warn">Hidden</Badge> : null}
                <span>{thread.replyCount === 1 ? '1 reply' : `${thread.replyCount} replies`}</span>
                <span>
                  <bdi>{thread.category.name}</bdi>
                </span>
                <TimeAgo at={thread.lastActivityAt} now={now} timeZone={timeZone} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Pagination page={list.page} perPage={list.perPage} total={list.total} hrefFor={hrefFor} />
    </section>
  );
}
