'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = {
  href: string;
  children: ReactNode;
  className?: string;
  /** Only this very address counts as current, not the ones below it (for `/desk` itself). */
  exact?: boolean;
  /** Further addresses that belong to this entry, e.g. `/t` to the forum. */
  also?: readonly string[];
};

function under(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}

/**
 * A navigation link that knows whether it is the one we are on (`aria-current`: `page` here, `true` below).
 * No link of the frames is prefetched: pages are drawn per request, and half a dozen unasked for with each
 * visit is too much for a small server. NavigationProgress covers the wait instead.
 */
export function NavLink({ href, children, className, exact, also = [] }: Props) {
  const path = usePathname();
  const within = !exact && [href, ...also].some((base) => under(path, base));
  return (
    <Link
      prefetch={false}
      href={href}
      className={className}
      aria-current={path === href ? 'page' : within ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
