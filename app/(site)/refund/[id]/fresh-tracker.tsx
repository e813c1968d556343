'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The first look comes after 3 s, each next one later, up to this. */
const SLOWEST_MS = 30_000;

/** Keeps an open tracker fresh while the refund is under way; without script the page is as old as its last load. */
export function FreshTracker() {
  const router = useRouter();
  useEffect(() => {
    let wait = 3000;
    let timer = setTimeout(look, wait);
    function look() {
      if (document.visibilityState === 'visible') router.refresh();
      wait = Math.min(wait * 1.5, SLOWEST_MS);
      timer = setTimeout(look, wait);
    }
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
