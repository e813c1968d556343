import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

export type Crumb = { href: string; label: string };

/** The way back up: the pages above this one, this page itself left out (its heading follows). */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-[0.92rem]">
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
