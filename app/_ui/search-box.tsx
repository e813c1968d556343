'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { meaningOf } from '@/app/_ui/choose-option';
import { classNames } from '@/app/_ui/class-names';
import { useNotedTyping } from '@/app/_ui/note-search';
import { optionId, SuggestionList } from '@/app/_ui/suggestion-list';
import { useSearchShortcut } from '@/app/_ui/use-search-shortcut';
import { useSuggestions } from '@/app/_ui/use-suggestions';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

export type SearchWords = Words['frame']['searchBox'];

type Props = {
  size: 'hero' | 'compact';
  words: SearchWords;
  /** What was searched for, on the results page. */
  defaultQuery?: string;
  placeholder?: string;
  /** Puts the cursor here on arrival, on wide screens with a mouse only (a phone's keyboard would cover the page). */
  focusOnArrival?: boolean;
  /** The site uses only so much of a query (lib/search); longer input is not accepted. */
  maxLength?: number;
};

/**
 * The search. Without script a GET form to /search; with it an ARIA combobox over `/api/suggest`:
 * arrows choose, Enter goes, Escape closes, `/` or Ctrl/⌘ K comes here. The list floats and never moves the page.
 */
export function SearchBox({
  size,
  defaultQuery = '',
  words,
  placeholder = words.placeholder,
  focusOnArrival,
  maxLength = 200,
}: Props) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [query, setQuery] = useState(defaultQuery);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [scripted, setScripted] = useState(false);
  const found = useSuggestions(query, open);
  useSearchShortcut(input);

  useEffect(() => {
    setScripted(true);
    const roomy = window.matchMedia('(min-width: 64rem) and (pointer: fine)').matches;
    if (focusOnArrival && roomy && !window.location.hash) input.current?.focus({ preventScroll: true });
  }, [focusOnArrival]);

  const urls = found
    ? [...found.groups.flatMap((group) => group.items.map((item) => item.url)), found.allUrl]
    : [];
  const shown = found !== null;
  // The last one is the way to all results, which the results page counts itself.
  const noteOpened = useNotedTyping('suggestions', query, shown ? urls.slice(0, -1) : null);
  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, altKey, nativeEvent } = event;
    const meaning = meaningOf(
      { key, altKey, isComposing: nativeEvent.isComposing },
      { isShown: shown, count: urls.length, chosen: active },
    );
    if (meaning.does === 'choose') setActive(meaning.place);
    if (meaning.does === 'open') setOpen(true);
    if (meaning.does === 'close') close();
    if (meaning.does === 'edit') setActive(-1);
    const url = meaning.does === 'go' ? urls[meaning.place] : undefined;
    if (meaning.does === 'go') close();
    if (url) {
      noteOpened(url);
      router.push(url);
    }
    // Left to the browser: the caret's own keys, and Enter in the text, which sends the form.
    if (url || ['choose', 'open', 'close'].includes(meaning.does)) event.preventDefault();
  };

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };

  const hero = size === 'hero';
  const combobox = scripted
    ? ({
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': shown,
        'aria-controls': shown ? listId : undefined,
        'aria-activedescendant': shown && active >= 0 ? optionId(listId, active) : undefined,
        'aria-keyshortcuts': '/ Control+K Meta+K',
      } as const)
    : {};

  return (
    <search className="relative block w-full" onBlur={onBlur}>
      <Form action="/search" prefetch={false} onSubmit={close}>
        <Search
          aria-hidden
          className={classNames(
            'pointer-events-none absolute top-1/2 -translate-y-1/2 text-muted',
            hero ? 'start-5 size-6 max-sm:start-4 max-sm:size-5' : 'start-3 size-4.5',
          )}
        />
        <input
          {...combobox}
          ref={input}
          type="search"
          name="q"
          dir="auto"
          value={query}
          maxLength={maxLength}
          autoComplete="off"
          enterKeyHint="search"
          aria-label={words.label}
          placeholder={placeholder}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          className={classNames(
            'w-full border border-edge bg-surface text-ink placeholder:text-muted hover:border-accent-text',
            hero
              ? 'h-16 rounded-2xl ps-14 pe-32 text-[1.15rem] shadow-lifted max-sm:ps-12 max-sm:pe-16 max-sm:text-[1.05rem]'
              : 'h-11 rounded-lg ps-10 pe-3',
          )}
        />
        <button
          type="submit"
          className={classNames(
            'bg-accent font-semibold text-on-accent hover:bg-accent-hover',
            hero
              ? 'absolute end-2 top-2 inline-flex h-12 items-center justify-center rounded-xl px-6 max-sm:w-12 max-sm:px-0'
              : 'sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:end-0 focus-visible:top-0 focus-visible:h-11 focus-visible:rounded-lg focus-visible:px-3',
          )}
        >
          <span className={hero ? 'max-sm:sr-only' : ''}>{words.button}</span>
          {hero ? <Search aria-hidden className="size-5 sm:hidden" /> : null}
        </button>
      </Form>
      {found ? (
        <SuggestionList
          id={listId}
          query={query}
          words={words}
          found={found}
          active={active}
          onChoose={(url) => {
            noteOpened(url);
            close();
          }}
        />
      ) : null}
      <span className="sr-only" role="status">
        {found ? countWords(words, urls.length - 1) : ''}
      </span>
    </search>
  );
}

/** What a screen reader is told when the list has changed. At most eight, so "one" is the only number that is special. */
function countWords({ count, none }: SearchWords, n: number): string {
  if (n === 0) return none;
  return say(n === 1 ? count.one : count.other, { n });
}
