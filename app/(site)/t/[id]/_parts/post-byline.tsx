import type { ReactNode } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Avatar, PersonName } from '@/app/_ui/person-name';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { AuthorLine } from '@/lib/forum/make-thread-cards';

type Props = {
  author: AuthorLine;
  isAsker?: boolean;
  createdAt: Date;
  editedAt: Date | null;
  /** Where old versions are shown. */
  historyHref: string;
  /** Where this post has its own address. */
  href: string;
  now: Date;
  timeZone: string;
  /** What stands beside the time. */
  children?: ReactNode;
};

/** Who wrote it and when; an edit that shows links to what it said before. */
export function PostByline({
  author,
  isAsker,
  createdAt,
  editedAt,
  historyHref,
  href,
  now,
  timeZone,
  children,
}: Props) {
  return (
    <div className="flex min-w-0 items-start gap-3">
      <Avatar name={author.name} src={author.avatar} />
      <div className="min-w-0 leading-snug">
        <span className="flex flex-wrap items-center gap-2">
          <PersonName
            name={author.name}
            role={author.role}
            href={author.href ?? undefined}
            verifiedBuyer={author.verifiedBuyer}
            bought={author.bought}
          />
          {isAsker ? <Badge>Asked this</Badge> : null}
        </span>
        <p className="flex flex-wrap gap-x-2 text-[0.88rem] text-muted">
          <a href={href} className="hover:text-accent-text hover:underline">
            <TimeAgo at={createdAt} now={now} timeZone={timeZone} />
          </a>
          {children}
          {editedAt ? (
            <a href={historyHref} rel="nofollow" className="hover:text-accent-text hover:underline">
              edited <TimeAgo at={editedAt} now={now} timeZone={timeZone} />
            </a>
          ) : null}
          {author.sourceUrl ? (
            <a
              href={author.sourceUrl}
              rel="nofollow ugc noopener"
              className="underline hover:text-accent-text"
            >
              profile at the source
            </a>
          ) : null}
        </p>
      </div>
    </div>
  );
}
