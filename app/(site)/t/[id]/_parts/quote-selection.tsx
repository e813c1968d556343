'use client';

import { Quote } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/app/_ui/button';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { quoteMarkdown } from '@/lib/quote';

type Chosen = { post: HTMLElement; text: string; top: number; left: number };

/** What is selected inside the text of one post, or null. */
function chosenNow(): Chosen | null {
  const selection = document.getSelection();
  const range =
    selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const place = range?.commonAncestorContainer;
  const element = place instanceof Element ? place : place?.parentElement;
  const text = selection?.toString().trim() ?? '';
  const post = element?.closest('.prose')?.closest<HTMLElement>('[data-post]');
  if (!post || !range || text === '') return null;
  const ends = range.getBoundingClientRect();
  const frame = post.getBoundingClientRect();
  return { post, text, top: ends.bottom - frame.top, left: ends.right - frame.left };
}

const BOX = '#reply textarea';

/** What is selected, as a quote of its post. */
function quoteOf({ dataset: { postBy = '', postHref = '' } }: HTMLElement, text: string): string {
  return quoteMarkdown(postBy, postHref, text);
}

/** The whole post as it was written: the page behind the link has it in its box, the first behind this mark. */
async function writtenQuote(href: string): Promise<string> {
  const page = await (await fetch(href)).text();
  const box = document.createElement('textarea');
  // Of what is set into a text area, only `&lt;` and the like mean anything.
  box.innerHTML = /<textarea[^>]*>([^<]*)/.exec(page.slice(page.indexOf('id="reply"')))?.[1] ?? '';
  return box.value;
}

/** Puts a quote into the box of the reply form, behind what is there already. */
async function insert(words: string): Promise<void> {
  const box = document.querySelector<HTMLTextAreaElement>(BOX);
  if (!box || words === '') return;
  const { insertQuote } = await import('@/app/(site)/forum/_parts/insert-quote');
  insertQuote(box, words);
}

/** A "Quote" button below what is selected in a post, in the order of the Tab key right after the post's own buttons; and
 * the posts' "Quote" links, which then need no new page. */
export function QuoteSelection() {
  const { words } = useWriting();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const spot = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let pressed: Chosen | null = null;
    const onSelect = () => setChosen(chosenNow());
    // A touch takes the selection away before it becomes a click.
    const onPress = () => {
      pressed = chosenNow();
    };
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-quote]') : null;
      const post = link?.closest<HTMLElement>('[data-post]');
      if (!link || !post || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      // Nothing is loaded, so nothing shall say that it is.
      event.stopPropagation();
      if (pressed?.post === post)
        return void insert(quoteOf(post, pressed.text)).catch(() => location.assign(link.href));
      void writtenQuote(link.href)
        .then((quote) => (quote === '' ? location.assign(link.href) : insert(quote)))
        .catch(() => location.assign(link.href));
    };
    const ends = new AbortController();
    const { signal } = ends;
    document.addEventListener('selectionchange', onSelect, { signal });
    document.addEventListener('pointerdown', onPress, { signal, capture: true });
    document.addEventListener('click', onClick, { signal, capture: true });
    return () => ends.abort();
  }, []);

  useEffect(() => {
    if (!chosen) return;
    const room = chosen.post.clientWidth - (spot.current?.offsetWidth ?? 0) - 4;
    spot.current?.style.setProperty('top', `${chosen.top + 6}px`);
    spot.current?.style.setProperty('left', `${Math.max(4, Math.min(chosen.left, room))}px`);
  }, [chosen]);

  if (!chosen) return null;
  return createPortal(
    <div ref={spot} className="absolute z-20 rounded-lg bg-surface shadow-lifted" data-no-print>
      <Button
        size="small"
        // A press must not take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          void insert(quoteOf(chosen.post, chosen.text)).catch(() => undefined);
          setChosen(null);
        }}
      >
        <Quote aria-hidden />
        {words.quoteThis}
      </Button>
    </div>,
    chosen.post,
  );
}
