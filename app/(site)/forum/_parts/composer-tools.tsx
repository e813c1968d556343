'use client';

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { FormMessage } from '@/app/_ui/form-message';
import { optionId } from '@/app/_ui/suggestion-list';
import { applyEdit, selectionOf } from '@/app/(site)/forum/_parts/apply-edit';
import { CompletionList } from '@/app/(site)/forum/_parts/completion-list';
import type { BoxActs, BoxPlaces, ShownList } from '@/app/(site)/forum/_parts/composer-box';
import { COMMANDS, commandOf } from '@/app/(site)/forum/_parts/composer-commands';
import { continueLine } from '@/app/(site)/forum/_parts/composer-edits';
import { ComposerHelp } from '@/app/(site)/forum/_parts/composer-help';
import { ComposerPreview } from '@/app/(site)/forum/_parts/composer-preview';
import { ComposerToolbar } from '@/app/(site)/forum/_parts/composer-toolbar';
import { Counter, refusalOf } from '@/app/(site)/forum/_parts/counter';
import { SavedMark } from '@/app/(site)/forum/_parts/draft-line';
import type { DraftState } from '@/app/(site)/forum/_parts/keep-draft';
import { useCompletion } from '@/app/(site)/forum/_parts/use-completion';
import { useFiles } from '@/app/(site)/forum/_parts/use-files';
import { usePreview } from '@/app/(site)/forum/_parts/use-preview';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { ACCEPTED } from '@/lib/uploads/names';
import { sayCount } from '@/lib/words/say';

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Gets what is done with typing, keys and files. */
  acts: RefObject<BoxActs | null>;
  /** Files that came before these tools. */
  early: RefObject<File[]>;
  places: BoxPlaces;
  /** The id of the box. */
  controls: string;
  max: number;
  threadId: string | undefined;
  saved: DraftState['saved'];
  listId: string;
  onList: (shown: ShownList) => void;
};

/** Everything around a box that helps to write, set into the places that the box keeps for it. */
export function ComposerTools(props: Props) {
  const { area, acts, early, places, controls, max, threadId, saved, listId, onList } = props;
  const { words, language } = useWriting();
  const [isMac] = useState(() => /Mac|iPhone|iPad/.test(navigator.platform));
  const [length, setLength] = useState(() => area.current?.value.length ?? 0);
  const chooser = useRef<HTMLInputElement>(null);
  const completion = useCompletion(area, threadId);
  const preview = usePreview(area);

  const check = () => {
    const box = area.current;
    if (box) box.setCustomValidity(refusalOf(box.value, max, files.count(), words.length));
  };
  const files = useFiles(area, check);

  const command = (name: string) => {
    const found = COMMANDS.find((one) => one.name === name);
    if (found && area.current) applyEdit(area.current, found.edit(selectionOf(area.current)));
  };
  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const box = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (completion.onKey(event)) return event.preventDefault();
    const found = commandOf(event);
    if (found) {
      event.preventDefault();
      return applyEdit(box, found.edit(selectionOf(box)));
    }
    if (event.key !== 'Enter' || event.altKey || event.shiftKey) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      return send(box);
    }
    const edit = continueLine(selectionOf(box));
    if (!edit) return;
    event.preventDefault();
    applyEdit(box, edit);
  };

  useLayoutEffect(() => {
    acts.current = {
      input: () => {
        setLength(area.current?.value.length ?? 0);
        check();
        completion.look();
        preview.look();
      },
      key,
      look: completion.look,
      blur: completion.close,
      add: files.add,
    };
  });
  // What was typed and dropped before these tools came.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    check();
    if (document.activeElement === area.current) completion.look();
    if (early.current.length > 0) files.add(early.current.splice(0));
    return () => {
      acts.current = null;
    };
  }, []);

  const count = completion.choices.length;
  const option = count > 0 && completion.active >= 0 ? optionId(listId, completion.active) : undefined;
  useEffect(() => onList({ isOpen: count > 0, option }), [count, option, onList]);

  return (
    <>
      {createPortal(
        <>
          <ComposerToolbar
            controls={controls}
            isMac={isMac}
            onCommand={command}
            onFile={() => chooser.current?.click()}
            onEmoji={() => {
              const box = area.current;
              if (!box) return;
              const { start, end } = selectionOf(box);
              applyEdit(box, { from: start, to: end, insert: ':', select: [start + 1, start + 1] });
              completion.offerEmoji();
            }}
            onPreview={preview.toggle}
            isPreviewOpen={preview.isOpen}
          />
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept={ACCEPTED}
            onChange={(event) => {
              files.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </>,
        places.bar,
      )}
      {count > 0
        ? createPortal(
            <CompletionList id={listId} completion={completion} label={words.suggestions} />,
            places.list,
          )
        : null}
      {createPortal(
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-4 text-[0.9rem] text-muted">
            <ComposerHelp isMac={isMac} words={words} />
            <SavedMark saved={saved} words={words.draft} />
            <Counter length={length} max={max} words={words.length} language={language} />
          </div>
          <p role="status" className="text-[0.95rem] empty:hidden">
            {files.progress}
          </p>
          {files.problems.map((problem) => (
            <FormMessage key={problem} kind="error">
              {problem}
            </FormMessage>
          ))}
          <span className="sr-only" role="status">
            {count > 0 ? sayCount(words.suggestionCount, count, language) : ''}
          </span>
          {preview.isOpen ? <ComposerPreview html={preview.html} words={words} /> : null}
        </>,
        places.foot,
      )}
    </>
  );
}

/** Presses the button that sends the form. */
function send(box: HTMLTextAreaElement): void {
  const button = box.form?.querySelector<HTMLButtonElement>('button[type=submit]:not([formnovalidate])');
  if (button && button.getAttribute('aria-disabled') !== 'true') box.form?.requestSubmit(button);
}
