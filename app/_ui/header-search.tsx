'use client';

import { usePathname } from 'next/navigation';
import { SearchBox, type SearchWords } from '@/app/_ui/search-box';

/** The compact search of the header; absent where the page itself begins with a search. */
export function HeaderSearch({ words }: { words: SearchWords }) {
  const path = usePathname();
  if (path === '/' || path === '/search') return null;
  return <SearchBox size="compact" words={words} placeholder={words.button} />;
}
