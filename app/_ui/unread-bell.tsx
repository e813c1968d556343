'use client';

import { Bell } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { NavLink } from '@/app/_ui/nav-link';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  /** How much was new when the page was made. */
  count: number;
  href: string;
  /** Answers `{ unread }`; asked when one went to another page of the same frame. */
  source: string;
  words: Words['frame']['bell'];
};

/** The way to what is new, with how much that is. The frame around pages stays when one goes on, so its number is asked
 * for again; without script every page brings it. */
export function UnreadBell({ count, href, source, words }: Props) {
  const [unread, setUnread] = useState(count);
  const path = usePathname();
  const first = useRef(true);

  useEffect(() => setUnread(count), [count]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what asks again
  useEffect(() => {
    // The first page brought its number, unless what it told of was read by opening it: that is written afterwards.
    const wait = setTimeout(
      () => void askAgain(source).then(setUnread, () => {}),
      first.current ? 1500 : 600,
    );
    first.current = false;
    return () => clearTimeout(wait);
  }, [path, source]);

  return (
    <NavLink
      href={href}
      className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden className="size-5.5" />
      <span className="sr-only">
        {words.notifications}
        {unread > 0 ? ', ' : ''}
      </span>
      {unread > 0 ? (
        <span className="absolute end-0 top-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-[0.72rem] leading-5 font-bold text-on-accent">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> {words.unread}</span>
        </span>
      ) : null}
    </NavLink>
  );
}

async function askAgain(source: string): Promise<number> {
  const answer = await fetch(source, { headers: { accept: 'application/json' } });
  const { unread } = (await answer.json()) as { unread?: unknown };
  if (typeof unread !== 'number') throw new Error('No number came back.');
  return unread;
}
