'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { buttonClasses } from '@/app/_ui/button';
import { focusOn, isFocusLost } from '@/app/_ui/hand-on-focus';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type News = { id: string; number: number };
type Props = {
  threadId: string;
  threadHref: string;
  /** The number of the last reply when this page was made. */
  after: number;
  page: number;
  perPage: number;
  words: Words['thread']['news'];
};

/** Says politely that others have replied meanwhile, and shows it on a press. Nothing moves by itself. Where the browser
 * or the network has no server-sent events, nothing is said. */
export function NewReplies({ threadId, threadHref, after, page, perPage, words: said }: Props) {
  const [news, setNews] = useState<News[]>([]);
  const [isShown, setShown] = useState(false);
  const [isLoading, load] = useTransition();
  const router = useRouter();
  const asked = useRef<string | null>(null);
  const known = useRef(after);
  known.current = Math.max(known.current, after);
  useEffect(() => listen(threadId, known, (fresh) => setNews((before) => joined(before, fresh))), [threadId]);
  const waiting = news.filter(({ number }) => number > after);
  const [first] = waiting;
  // Past a hundred it is said roughly, as a number that runs is nothing to listen to.
  const words = say(waiting.length === 1 ? said.count.one : said.many, {
    n: waiting.length > 99 ? '99+' : waiting.length,
  });
  const pageOfFirst = first ? Math.ceil(first.number / perPage) : page;
  const show = () => {
    if (isLoading) return;
    asked.current = first?.id ?? null;
    setShown(true);
    load(() => router.refresh());
  };
  // The button goes with the news: one is led on to what it showed, without the page moving.
  useEffect(() => {
    if (isLoading || asked.current === null || !isFocusLost()) return;
    focusOn(document.getElementById(`reply-${asked.current}`));
    asked.current = null;
  }, [isLoading]);
  return (
    <div
      data-no-print
      className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4 [&>*]:pointer-events-auto"
    >
      <div
        className={
          first
            ? 'flex items-center gap-3 rounded-full border border-accent-line bg-surface py-1.5 ps-5 pe-1.5 shadow-lifted'
            : 'sr-only'
        }
      >
        <p role="status" aria-live="polite">
          {first ? words : isShown ? said.shown : ''}
        </p>
        {first === undefined ? null : pageOfFirst === page ? (
          <button
            type="button"
            onClick={show}
            aria-disabled={isLoading || undefined}
            className={`${buttonClasses('primary', 'small')} rounded-full!`}
          >
            {isLoading ? said.moment : said.show}
          </button>
        ) : (
          <a
            href={`${threadHref}?page=${pageOfFirst}#reply-${first.id}`}
            className={`${buttonClasses('primary', 'small')} rounded-full!`}
          >
            {said.show}
          </a>
        )}
      </div>
    </div>
  );
}

function joined(before: News[], fresh: News[]): News[] {
  const all = new Map([...before, ...fresh].map((reply) => [reply.id, reply]));
  return [...all.values()].sort((a, b) => a.number - b.number);
}

/** Listens while the page is looked at. @returns a function that stops */
function listen(threadId: string, known: { current: number }, tell: (fresh: News[]) => void): () => void {
  if (typeof EventSource === 'undefined') return () => undefined;
  let source: EventSource | null = null;
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    if (source || document.visibilityState !== 'visible') return;
    source = new EventSource(`/api/live?thread=${threadId}&after=${known.current}`);
    source.addEventListener('over', close);
    source.addEventListener('message', (event) => {
      const { replies } = JSON.parse(String(event.data)) as { replies: News[] };
      known.current = Math.max(known.current, ...replies.map(({ number }) => number));
      tell(replies);
    });
  };
  const onVisibility = () => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', onVisibility);
  // A page that waits to be shown again must not hold a connection.
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
  return () => {
    close();
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', close);
    window.removeEventListener('pageshow', open);
  };
}
