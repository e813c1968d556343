'use client';

import { useEffect, useRef } from 'react';

type Place = 'page' | 'suggestions' | 'ask' | 'widget';
type Noted = {
  query: string;
  place: Place;
  results: number;
  opened?: { href: string; rank: number };
  ignored?: true;
};

/** Whoever rests this long on what they typed was looking for it; shorter pauses are typing. */
const REST_MS = 1000;

/** Tells the site what was searched for, without a name (app/api/searches). It may fail: nothing depends on it. */
export function noteSearch(noted: Noted): void {
  fetch('/api/searches', {
    method: 'POST',
    // The page may be left at this very moment.
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(noted),
  }).catch(() => {});
}

/**
 * Notes a search made by typing, after a second of rest with its results in sight, and gives back a function that notes
 * which of them is opened.
 * @param urls the addresses of the results that are shown, the first on top; null while there are none to speak of
 */
export function useNotedTyping(
  place: Place,
  query: string,
  urls: readonly string[] | null,
): (href: string | null | undefined) => void {
  const words = query.trim();
  const results = urls?.length ?? null;
  const told = useRef('');
  useEffect(() => {
    if (results === null || words === '' || told.current === words) return;
    const timer = setTimeout(() => {
      told.current = words;
      noteSearch({ query: words, place, results });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [place, words, results]);
  return (href) => {
    const rank = href && urls ? urls.indexOf(href) + 1 : 0;
    if (!href || !urls || rank === 0) return;
    noteSearch({ query: words, place, results: urls.length, opened: { href, rank } });
  };
}
