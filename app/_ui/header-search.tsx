'use client';

import { usePathname } from 'next/navigation';
import { SearchBox } from '@/app/_ui/search-box';

/** The compact search of the header; absent where the page itself begins with a search. */
export function HeaderSearch() {
  const path = usePathname();
  return path === '/' || path === '/search' ? null : <SearchBox size="compact" placeholder="Search" />;
}
