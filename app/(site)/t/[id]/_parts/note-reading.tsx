'use client';

import { useEffect } from 'react';

type Props = {
  threadId: string;
  /** The number to note when the last reply of this page was seen; 0 for a question without replies. */
  pageEnd: number;
};

/** A page is told of a moment after the last reply came into view, or when it is left. */
const WAIT_MS = 1200;

/** Notes how far this page was really looked at: replies that came into view while the page was visible. */
export function NoteReading({ threadId, pageEnd }: Props) {
  useEffect(() => {
    // What solved it is shown above its place, too, and may come from a later page: seeing it is not reading up to it.
    const replies = [...document.querySelectorAll('[data-reply-number]')].filter(
      (reply) => !reply.closest('section[aria-labelledby="solved"]'),
    );
    const numberOf = (reply: Element | undefined) => Number(reply?.getAttribute('data-reply-number') ?? 0);
    const last = replies.at(-1);
    let seen = replies.length === 0 ? pageEnd : -1;
    let told = -1;
    const inView = new Set<Element>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      if (seen <= told) return;
      told = seen;
      const body = JSON.stringify({ thread: threadId, number: seen });
      if (navigator.sendBeacon?.('/api/read', body)) return;
      void fetch('/api/read', { method: 'POST', body, keepalive: true }).catch(() => undefined);
    };
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      for (const reply of inView) seen = Math.max(seen, reply === last ? pageEnd : numberOf(reply));
      if (seen <= told) return;
      clearTimeout(timer);
      timer = setTimeout(tell, WAIT_MS);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target);
        else inView.delete(entry.target);
      }
      look();
    });
    for (const reply of replies) observer.observe(reply);
    const onVisibility = () => (document.visibilityState === 'visible' ? look() : tell());
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', tell);
    look();
    return () => {
      tell();
      observer.disconnect();
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', tell);
    };
  }, [threadId, pageEnd]);
  return null;
}
