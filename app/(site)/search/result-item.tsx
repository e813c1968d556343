import { BookOpen, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { TimeAgo } from '@/app/_ui/time-ago';
import { ThreadStateBadge } from '@/app/(site)/_parts/thread-state-badge';
import { Pieces } from '@/app/(site)/search/pieces';
import type { ResultCard } from '@/lib/search/search';

/** One result: what it is, where it stands, and the place that matched. */
export function ResultItem({ result, now }: { result: ResultCard; now: Date }) {
  const isArticle = result.kind === 'article';
  return (
    <li className="py-5">
      <h2 dir="auto" className="text-[1.18rem]!">
        <Link href={result.href} className="hover:text-accent-text hover:underline">
          <Pieces pieces={result.title} />
        </Link>
      </h2>
      <p dir="auto" className="mt-1 max-w-prose text-muted">
        <Pieces pieces={result.snippet} />
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.88rem] text-muted">
        {isArticle ? (
          <Badge tone="accent" icon={<BookOpen aria-hidden />}>
            Answer
          </Badge>
        ) : (
          <span className="inline-flex items-center gap-1.5">
            <MessagesSquare aria-hidden className="size-4" /> Forum
          </span>
        )}
        {result.state ? <ThreadStateBadge state={result.state} /> : null}
        <Link
          href={
            isArticle
              ? `/faq?category=${encodeURIComponent(result.category.slug)}`
              : `/forum/${encodeURIComponent(result.category.slug)}`
          }
          className="inline-flex min-h-11 items-center underline-offset-4 hover:underline"
        >
          <bdi>{result.category.name}</bdi>
        </Link>
        <TimeAgo at={result.at} now={now} />
      </p>
    </li>
  );
}
