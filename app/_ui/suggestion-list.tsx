'use client';

import { ArrowRight, BookOpen, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { type MouseEvent, useEffect } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Sentence } from '@/app/_ui/sentence';
import { markMatches, type Suggestion, type Suggestions } from '@/app/_ui/suggestions';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  id: string;
  query: string;
  words: Words['frame']['searchBox'];
  found: Suggestions;
  active: number;
  onChoose: (url: string) => void;
};

/** The id of the option at a place, as `aria-activedescendant` needs it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

function Option({
  id,
  item,
  query,
  active,
  onChoose,
}: {
  id: string;
  item: Suggestion;
  query: string;
  active: boolean;
  onChoose: (url: string) => void;
}) {
  const Icon = item.kind === 'article' ? BookOpen : MessagesSquare;
  return (
    <Link
      id={id}
      href={item.url}
      prefetch={false}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={() => onChoose(item.url)}
      className={classNames(
        'flex min-h-11 scroll-mb-14 gap-3 px-4 py-2.5',
        active ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Icon aria-hidden className="mt-1 size-4.5 shrink-0 text-muted" />
      <span className="min-w-0 grow">
        <span className="block leading-snug wrap-anywhere" dir="auto">
          {markMatches(item.title, query).map((piece, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one title never move
            piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
        {item.snippet ? (
          <span className="block h-[1lh] overflow-hidden text-[0.88rem] text-muted" dir="auto">
            {item.snippet}
          </span>
        ) : null}
      </span>
    </Link>
  );
}

/** A press on an option must not take the cursor out of the box: the list would be gone before the finger is up. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** What is found while typing, in groups, with the way to all results as the last choice. */
export function SuggestionList({ id, query, words, found, active, onChoose }: Props) {
  useEffect(() => {
    // The cursor stays in the box, so the browser does not bring the chosen option into view by itself.
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  let place = -1;
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      onMouseDown={keepFocus}
      aria-label={words.suggestions}
      className="absolute inset-x-0 top-full z-40 mt-2 max-h-[min(30rem,70vh)] overflow-y-auto overscroll-contain rounded-xl border border-line bg-surface py-2 text-start shadow-lifted"
    >
      {labelled(found, words).map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of form fields
        <div key={group.label} role="group" aria-label={group.label}>
          <p aria-hidden className="px-4 pt-2 pb-1 text-[0.8rem] font-semibold tracking-wide text-muted">
            {group.label}
          </p>
          {group.items.map((item) => {
            place += 1;
            return (
              <Option
                key={item.url}
                id={optionId(id, place)}
                item={item}
                query={query}
                active={place === active}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
      <Link
        id={optionId(id, place + 1)}
        href={found.allUrl}
        prefetch={false}
        role="option"
        aria-selected={active === place + 1}
        tabIndex={-1}
        onClick={() => onChoose(found.allUrl)}
        className={classNames(
          // Always in view, however long the list is.
          'sticky -bottom-2 mt-1 -mb-2 flex min-h-12 items-center gap-2 border-t border-line px-4 py-2 font-semibold text-accent-text',
          active === place + 1 ? 'bg-accent-soft' : 'bg-surface hover:bg-sunken',
        )}
      >
        <span className="min-w-0 wrap-anywhere">
          <Sentence text={words.all} places={{ query: <bdi>{query.trim()}</bdi> }} />
        </span>
        <ArrowRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
      </Link>
    </div>
  );
}

/** The groups, called in the language of the page: what is in them says which one it is. */
function labelled(found: Suggestions, words: Props['words']): Suggestions['groups'] {
  return found.groups.map(({ items }) => ({
    items,
    label: items[0]?.kind === 'article' ? words.articles : words.threads,
  }));
}
