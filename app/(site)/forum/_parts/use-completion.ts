'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { meaningOf } from '@/app/_ui/choose-option';
import { type Asker, newestAnswer } from '@/app/_ui/newest-answer';
import { applyEdit } from '@/app/(site)/forum/_parts/apply-edit';
import { caretPlace } from '@/app/(site)/forum/_parts/caret-place';
import { type Choice, type Typed, typedAt } from '@/app/(site)/forum/_parts/completion';

const PAUSE_MS = 120;

export type Completion = {
  choices: readonly Choice[];
  active: number;
  place: { top: number; left: number };
  /** Looks at what stands before the caret. */
  look: () => void;
  /** Offers the usual emoji for a `:` that was just put in. */
  offerEmoji: () => void;
  close: () => void;
  choose: (index: number) => void;
  /** Whether the key was for the list. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
};

type Shown = { typed: Typed; choices: Choice[]; place: { top: number; left: number } };

/** Completes `@names` and `:emoji` in a box. What knows them is loaded when the first is typed. */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  threadId: string | undefined,
): Completion {
  const [shown, setShown] = useState<Shown | null>(null);
  const [active, setActive] = useState(0);
  /** Where the writer sent the list away; it stays away for that word. */
  const dismissed = useRef(-1);
  const wanted = useRef<Typed | null>(null);
  const asker = useRef<Asker | null>(null);

  useEffect(() => {
    asker.current = newestAnswer<Choice[]>(
      PAUSE_MS,
      async (_question, signal) => {
        if (!wanted.current) return null;
        const { choicesFor } = await import('@/app/(site)/forum/_parts/completion-options');
        return wanted.current && choicesFor(wanted.current, threadId, signal);
      },
      (_question, choices) => {
        const box = area.current;
        const typed = wanted.current;
        setActive(0);
        setShown(
          box && typed && choices?.length ? { typed, choices, place: caretPlace(box, typed.from) } : null,
        );
      },
    );
    return () => asker.current?.stop();
  }, [area, threadId]);

  const close = () => {
    wanted.current = null;
    asker.current?.stop();
    setShown(null);
  };
  const want = (typed: Typed) => {
    wanted.current = typed;
    asker.current?.ask(`${typed.kind} ${typed.query}`);
  };
  const look = () => {
    const box = area.current;
    if (!box || box.selectionStart !== box.selectionEnd) return close();
    const typed = typedAt(box.value, box.selectionStart);
    if (!typed || typed.from === dismissed.current) {
      if (!typed) dismissed.current = -1;
      return close();
    }
    want(typed);
  };
  const choose = (index: number) => {
    const box = area.current;
    const choice = shown?.choices[index];
    const from = shown?.typed.from;
    close();
    if (!box || !choice || from === undefined) return;
    const end = from + choice.insert.length;
    applyEdit(box, { from, to: box.selectionStart, insert: choice.insert, select: [end, end] });
    close();
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!shown) return false;
    const { key, altKey, ctrlKey, metaKey, nativeEvent } = event;
    if (ctrlKey || metaKey) return false;
    const pressed = { key: key === 'Tab' ? 'Enter' : key, altKey, isComposing: nativeEvent.isComposing };
    const meaning = meaningOf(pressed, { isShown: true, count: shown.choices.length, chosen: active });
    if (meaning.does === 'choose') setActive(meaning.place);
    else if (meaning.does === 'go' && meaning.place >= 0) choose(meaning.place);
    else if (meaning.does === 'close') {
      dismissed.current = shown.typed.from;
      close();
    } else {
      if (meaning.does === 'edit') close();
      return false;
    }
    return true;
  };

  return {
    choices: shown?.choices ?? [],
    active,
    place: shown?.place ?? { top: 0, left: 0 },
    look,
    offerEmoji: () => {
      const at = area.current?.selectionStart ?? 0;
      want({ kind: 'emoji', query: '', from: at - 1 });
    },
    close,
    choose,
    onKey,
  };
}
