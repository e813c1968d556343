import { BookOpen, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { Sentence } from '@/app/_ui/sentence';
import { TimeAgo } from '@/app/_ui/time-ago';
import { ThreadStateBadge } from '@/app/(site)/_parts/thread-state-badge';
import { Pieces } from '@/app/(site)/search/pieces';
import { ScoreParts } from '@/app/(site)/search/score-parts';
import type { ResultCard } from '@/lib/search/make-result-cards';
import type { Spoken } from '@/lib/words/catalogue';
import { sayCount } from '@/lib/words/say';

type Props = { result: ResultCard; now: Date; explain: boolean; spoken: Spoken };

/** One result: what it is, where it stands, whom it helped, and the place that matched. */
export function ResultItem({ result, now, explain, spoken: { words: all, language } }: Props) {
  const words = all.search;
  const isArticle = result.kind === 'article';
  return (
    <li className="py-5">
      <h2 dir="auto" className="text-[1.18rem]! wrap-anywhere">
        <Link href={result.href} className="hover:text-accent-text hover:underline">
          <Pieces pieces={result.title} />
        </Link>
      </h2>
      <p dir="auto" className="mt-1 max-w-prose wrap-anywhere text-muted">
        <Pieces pieces={result.snippet} />
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.88rem] text-muted">
        {isArticle ? (
          <Badge tone="accent" icon={<BookOpen aria-hidden />}>
            {words.answer}
          </Badge>
        ) : (
          <span className="inline-flex items-center gap-1.5">
            <MessagesSquare aria-hidden className="size-4" /> {words.forum}
          </span>
        )}
        {result.state ? <ThreadStateBadge state={result.state} words={all.parts} /> : null}
        {result.helped > 0 ? <span>{sayCount(words.helped, result.helped, language)}</span> : null}
        <Link
          href={
            isArticle
              ? `/faq?category=${encodeURIComponent(result.category.slug)}`
              : `/forum/${encodeURIComponent(result.category.slug)}`
          }
          className="inline-flex min-h-11 max-w-full items-center underline-offset-4 hover:underline"
        >
          <bdi className="min-w-0 wrap-anywhere">{result.category.name}</bdi>
        </Link>
        <TimeAgo at={result.at} now={now} language={language} />
      </p>
      {result.discussedIn.map((thread) => (
        <p key={thread.id} className="flex min-w-0 items-start gap-2 text-[0.92rem] text-muted">
          <MessagesSquare aria-hidden className="mt-1.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            <Sentence
              text={words.discussedIn}
              places={{
                thread: (
                  <Link href={thread.href} className="text-link">
                    <bdi>{thread.title}</bdi>
                  </Link>
                ),
              }}
            />
          </span>
        </p>
      ))}
      {explain ? <ScoreParts score={result.score} parts={result.parts} /> : null}
    </li>
  );
}
