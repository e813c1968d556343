import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '@/app/_ui/class-names';
import { pageWindow } from '@/app/_ui/page-window';
import type { Words } from '@/lib/words/catalogue';
import { parts as ENGLISH } from '@/lib/words/en/parts';

type Props = {
  /** 1 is the first page. */
  page: number;
  perPage: number;
  /** How many items there are in all. */
  total: number;
  /** There are more than `total`, which was not counted further. */
  isMore?: boolean;
  /** The address of a page; page 1 should come without a query, so that it has one address. */
  hrefFor: (page: number) => string;
  /** Names the list for screen readers when a page has two. */
  label?: string;
  words?: Words['parts'];
};

const LINK =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-lg border border-transparent px-2.5 font-semibold text-accent-text hover:border-accent-line hover:bg-accent-soft';

/** On a phone the steps stand below the numbers, where both fit. */
const STEP = 'max-sm:order-last max-sm:text-center';

/** Real links to numbered pages; draws nothing when everything fits on one. */
export function Pagination(props: Props) {
  const { page, perPage, total, isMore = false, hrefFor, words = ENGLISH, label = words.pages } = props;
  const counted = Math.max(1, Math.ceil(total / perPage));
  const last = isMore ? Math.max(counted, page) : counted;
  if (last === 1) return null;
  const current = Math.min(Math.max(1, page), last);
  const [hasPrevious, hasNext] = [current > 1, current < last || isMore];
  const step = classNames(STEP, hasPrevious && hasNext ? 'max-sm:basis-2/5' : 'max-sm:basis-full');
  return (
    <nav aria-label={label} className="mt-8">
      <ul className="flex flex-wrap items-center justify-center gap-1 tabular-nums">
        {hasPrevious ? (
          <li className={step}>
            <Link prefetch={false} href={hrefFor(current - 1)} rel="prev" className={LINK}>
              <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />
              {words.previous}
            </Link>
          </li>
        ) : null}
        {pageWindow(current, last).map((slot) => (
          <li key={slot}>
            {typeof slot === 'string' ? (
              <span className="px-1 text-muted">
                <span aria-hidden>…</span>
                <span className="sr-only">{words.pagesLeftOut}</span>
              </span>
            ) : slot === current ? (
              <span aria-current="page" className={`${LINK} border-accent-line! bg-accent-soft text-ink!`}>
                <span className="sr-only">{words.page} </span>
                {slot}
              </span>
            ) : (
              <Link prefetch={false} href={hrefFor(slot)} className={LINK}>
                <span className="sr-only">{words.page} </span>
                {slot}
              </Link>
            )}
          </li>
        ))}
        {isMore ? (
          <li>
            <span className="px-1 text-muted">
              <span aria-hidden>…</span>
              <span className="sr-only">{words.morePages}</span>
            </span>
          </li>
        ) : null}
        {hasNext ? (
          <li className={step}>
            <Link prefetch={false} href={hrefFor(current + 1)} rel="next" className={LINK}>
              {words.next}
              <ChevronRight aria-hidden className="size-5 rtl:-scale-x-100" />
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
