'use client';

import { type RefObject, useEffect, useState } from 'react';

export type WritingKit = typeof import('@/app/(site)/forum/_parts/writing-kit');

/** Loads what helps to write once the box of a form comes into view or is gone to, for most who read never write. Null until
 * then, and where it cannot be loaded: the box is a text area all the same, and the next visit to it tries again. */
export function useWritingKit(area: RefObject<HTMLTextAreaElement | null>): WritingKit | null {
  const [kit, setKit] = useState<WritingKit | null>(null);
  useEffect(() => {
    const box = area.current;
    if (!box) return;
    let isThere = true;
    const ends = new AbortController();
    const load = async () => {
      const loaded = await import('@/app/(site)/forum/_parts/writing-kit').catch(() => null);
      if (loaded && isThere) setKit(loaded);
    };
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void load();
    });
    observer.observe(box);
    box.addEventListener('focus', load, { signal: ends.signal });
    // Gone to before there was any script.
    if (document.activeElement === box) void load();
    return () => {
      isThere = false;
      observer.disconnect();
      ends.abort();
    };
  }, [area]);
  return kit;
}
