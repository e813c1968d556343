import type { ReactNode } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Avatar, PersonName } from '@/app/_ui/person-name';
import { Sentence } from '@/app/_ui/sentence';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { AuthorLine } from '@/lib/forum/make-thread-cards';
import { pageWords } from '@/lib/web/language';

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
export async function PostByline({
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
  const { words: all, language } = await pageWords();
  const words = all.thread;
  return (
    <div className="flex min-w-0 items-start gap-3">
      <Avatar name={author.name} src={author.avatar} />
      <div className="min-w-0 leading-snug">
        <span className="flex flex-wrap items-center gap-2">
          <PersonName
            name={author.name}
            words={all.parts}
            role={author.role}
            href={author.href ?? undefined}
            verifiedBuyer={author.verifiedBuyer}
            bought={author.bought}
          />
          {isAsker ? <Badge>{words.askedThis}</Badge> : null}
        </span>
        <p className="flex flex-wrap gap-x-2 text-[0.88rem] text-muted">
          <a href={href} className="hover:text-accent-text hover:underline">
            <TimeAgo at={createdAt} now={now} timeZone={timeZone} language={language} />
          </a>
          {children}
          {editedAt ? (
            <a href={historyHref} rel="nofollow" className="hover:text-accent-text hover:underline">
              <Sentence
                text={words.edited}
                places={{
                  when: <TimeAgo at={editedAt} now={now} timeZone={timeZone} language={language} />,
                }}
              />
            </a>
          ) : null}
          {author.sourceUrl ? (
            <a
              href={author.sourceUrl}
              rel="nofollow ugc noopener"
              className="underline hover:text-accent-text"
            >
              {words.atSource}
            </a>
          ) : null}
        </p>
      </div>
    </div>
  );
}
