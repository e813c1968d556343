'use client';

import { useEffect, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { optionId } from '@/app/_ui/suggestion-list';
import type { Completion } from '@/app/(site)/forum/_parts/use-completion';

type Props = { id: string; completion: Completion; label: string };

/** What completes the word at the caret, below its line. The cursor stays in the box. */
export function CompletionList({ id, completion, label }: Props) {
  const { choices, active, place, choose } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.style.setProperty('top', `${place.top + 4}px`);
    list.current?.style.setProperty('left', `${place.left}px`);
  }, [place.top, place.left]);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      // A press must not take the cursor out of the box.
      onMouseDown={(event) => event.preventDefault()}
      className="absolute z-30 w-60 max-w-full overflow-y-auto rounded-xl border border-line bg-surface py-1 shadow-lifted"
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the cursor (aria-activedescendant)
        <div
          key={choice.label}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onClick={() => choose(index)}
          className={classNames(
            'flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1.5',
            index === active ? 'bg-accent-soft' : 'hover:bg-sunken',
          )}
        >
          <bdi className="min-w-0 wrap-anywhere">{choice.label}</bdi>
          {choice.hint ? <span className="text-[0.9rem] text-muted">:{choice.hint}</span> : null}
        </div>
      ))}
    </div>
  );
}
