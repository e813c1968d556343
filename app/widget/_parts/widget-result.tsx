import { BookOpen, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { Pieces } from '@/app/(site)/search/pieces';
import { NewTab } from '@/app/widget/_parts/new-tab';
import { widgetArticleHref } from '@/app/widget/_parts/widget-article-href';
import type { ResultCard } from '@/lib/search/make-result-cards';
import type { Words } from '@/lib/words/catalogue';

const LINK = 'block min-h-6 font-semibold hover:text-accent-text hover:underline';

type Props = { result: ResultCard; query: string; words: Words['widget']['doors'] };

/** One result: an answer is read here, a thread on the real site. */
export function WidgetResult({ result, query, words }: Props) {
  const title = <Pieces pieces={result.title} />;
  return (
    <li className="py-3">
      <h2 dir="auto" className="flex gap-2.5 font-sans! text-[1rem]! leading-snug">
        {result.kind === 'article' ? (
          <>
            <BookOpen aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent-text" />
            <Link prefetch={false} href={widgetArticleHref(result.href, query)} className={LINK}>
              {title}
            </Link>
          </>
        ) : (
          <>
            <MessagesSquare aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
            <NewTab href={result.href} className={LINK} words={words}>
              {title}
            </NewTab>
          </>
        )}
      </h2>
      <p dir="auto" className="mt-1 ms-7 line-clamp-3 text-[0.9rem] leading-normal text-muted">
        <Pieces pieces={result.snippet} />
      </p>
    </li>
  );
}
