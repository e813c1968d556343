import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { parts as ENGLISH } from '@/lib/words/en/parts';

export type Crumb = { href: string; label: string };

/** The way back up: the pages above this one, this page itself left out (its heading follows). */
export function Breadcrumbs({
  items,
  label = ENGLISH.breadcrumbs,
}: {
  items: readonly Crumb[];
  label?: string;
}) {
  return (
    <nav aria-label={label} className="text-[0.92rem]">
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map((item, index) => (
          <li key={item.href} className="inline-flex items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden className="size-4 text-muted rtl:-scale-x-100" /> : null}
            <Link
              prefetch={false}
              href={item.href}
              className="inline-flex min-h-11 items-center text-muted underline decoration-transparent underline-offset-4 hover:text-accent-text hover:decoration-current"
            >
              <bdi>{item.label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
