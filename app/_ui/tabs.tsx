import Link from 'next/link';
import { classNames } from '@/app/_ui/class-names';

export type LinkTab = { href: string; label: string; count?: number | string; current: boolean };

/** Filters of one list, each with its own address; scrolls sideways by itself on a phone. */
export function LinkTabs({ items, label = 'Filter' }: { items: readonly LinkTab[]; label?: string }) {
  return (
    <nav aria-label={label} className="-mx-1 mb-6 overflow-x-auto border-b border-line px-1">
      <ul className="flex w-max gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              prefetch={false}
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-11 items-center gap-2 border-b-3 px-3 font-semibold -outline-offset-2',
                item.current
                  ? 'border-accent-text text-ink'
                  : 'border-transparent text-muted hover:border-accent-line hover:text-ink',
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-[0.82rem] leading-6 font-medium text-muted tabular-nums">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
