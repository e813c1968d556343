'use client';

import { useEffect } from 'react';
import { noteSearch } from '@/app/_ui/note-search';

type Props = {
  query: string;
  results: number;
  /** How many results stand on the pages before this one. */
  before: number;
};

/** Notes which result of the page is opened, and its place in the list; draws nothing. */
export function NoteOpenedResults({ query, results, before }: Props) {
  useEffect(() => {
    const onOpen = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('main ol > li h2 a[href]') : null;
      const item = link?.closest('li');
      const href = link?.getAttribute('href');
      // The right button opens a menu, not the result.
      if (!item || !href || event.button === 2) return;
      const rank = before + [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
      noteSearch({ query, place: 'page', results, opened: { href, rank } });
    };
    document.addEventListener('click', onOpen, true);
    document.addEventListener('auxclick', onOpen, true);
    return () => {
      document.removeEventListener('click', onOpen, true);
      document.removeEventListener('auxclick', onOpen, true);
    };
  }, [query, results, before]);
  return null;
}
