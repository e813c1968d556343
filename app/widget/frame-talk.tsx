'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

type Props = {
  /** The origins whose pages may show this one. */
  hosts: readonly string[];
};

/** Speaks with the page around the frame: how high this page is, and that Escape was pressed; nothing else is said.
 * Listens only to the window around it, and only when that is one of `hosts` or this site itself. */
export function FrameTalk({ hosts }: Props) {
  const path = usePathname();
  const arrivedAt = useRef(path);

  useEffect(() => {
    if (window.parent === window) return;
    const known = new Set([...hosts, window.location.origin]);
    let host: string | null = null;
    const tell = (message: { porchlight: 'size'; height: number } | { porchlight: 'close' }) => {
      if (host !== null) window.parent.postMessage(message, host);
    };
    const tellSize = () => tell({ porchlight: 'size', height: Math.ceil(document.body.offsetHeight) });
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source !== window.parent || !known.has(event.origin)) return;
      host = event.origin;
      const word: unknown = Object(event.data).porchlight;
      if (word === 'focus') document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
      tellSize();
    };
    const leave = (event: KeyboardEvent) => {
      // In the middle of writing a character, Escape belongs to the input method.
      if (event.key === 'Escape' && !event.isComposing) tell({ porchlight: 'close' });
    };
    const watch = new ResizeObserver(tellSize);
    watch.observe(document.body);
    window.addEventListener('message', hear);
    window.addEventListener('keydown', leave);
    // To whom we speak is known only once they have spoken; until then this one word goes to whoever the policy of this
    // page lets be around it, and it says nothing.
    window.parent.postMessage({ porchlight: 'ready' }, '*');
    return () => {
      watch.disconnect();
      window.removeEventListener('message', hear);
      window.removeEventListener('keydown', leave);
    };
  }, [hosts]);

  useEffect(() => {
    if (path === arrivedAt.current) return;
    arrivedAt.current = path;
    // The link that was followed is gone; reading goes on at the beginning of what it led to.
    document.getElementById('content')?.focus();
  }, [path]);

  return null;
}
