'use client';

import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Card } from '@/app/_ui/card';
import { classNames } from '@/app/_ui/class-names';
import { type ControlProps, TextArea } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Prose } from '@/app/_ui/prose';
import { optionId } from '@/app/_ui/suggestion-list';
import { applyEdit, selectionOf } from '@/app/(site)/forum/_parts/apply-edit';
import { CompletionList } from '@/app/(site)/forum/_parts/completion-list';
import { COMMANDS, commandOf } from '@/app/(site)/forum/_parts/composer-commands';
import { continueLine } from '@/app/(site)/forum/_parts/composer-edits';
import { ComposerHelp } from '@/app/(site)/forum/_parts/composer-help';
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

type Props = ControlProps & {
  area: RefObject<HTMLTextAreaElement | null>;
  defaultValue?: string;
  rows?: number;
  max: number;
  threadId?: string;
  saved: DraftState['saved'];
  listId: string;
  onText?: (text: string) => void;
};

/** The text area with everything around it that helps to write. */
export function ComposerBox({ area, max, threadId, saved, listId, onText, rows, ...control }: Props) {
  const { words, language } = useWriting();
  const [scripted, setScripted] = useState(false);
  const [isMac, setMac] = useState(false);
  const [length, setLength] = useState(0);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const completion = useCompletion(area, threadId);
  const preview = usePreview(area);

  const check = () => {
    const box = area.current;
    if (box) box.setCustomValidity(refusalOf(box.value, max, files.count(), words.length));
  };
  const files = useFiles(area, check);

  useEffect(() => {
    setScripted(true);
    setMac(/Mac|iPhone|iPad/.test(navigator.platform));
    setLength(area.current?.value.length ?? 0);
  }, [area]);

  const command = (name: string) => {
    const found = COMMANDS.find((one) => one.name === name);
    if (found && area.current) applyEdit(area.current, found.edit(selectionOf(area.current)));
  };
  const onInput = () => {
    const text = area.current?.value ?? '';
    setLength(text.length);
    check();
    completion.look();
    preview.look();
    onText?.(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
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
  const onPaste = (event: ClipboardEvent) => {
    // Copied from an office program there is text as well, and the text is meant.
    if (event.clipboardData.files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    files.add([...event.clipboardData.files]);
  };
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    files.add([...event.dataTransfer.files]);
  };
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };

  const count = completion.choices.length;
  const list = scripted
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': count > 0 ? listId : undefined,
        'aria-activedescendant':
          count > 0 && completion.active >= 0 ? optionId(listId, completion.active) : undefined,
        'aria-keyshortcuts': 'Control+Enter',
      } as const)
    : {};

  return (
    <div className="min-w-0">
      {scripted ? (
        <>
          <ComposerToolbar
            controls={control.id ?? ''}
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
        </>
      ) : null}
      <div className="relative">
        <TextArea
          {...control}
          {...list}
          ref={area}
          rows={rows}
          className={classNames(scripted && 'rounded-t-none', isOver && 'border-accent-text bg-accent-soft')}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onClick={completion.look}
          onBlur={completion.close}
          onPaste={onPaste}
          onDrop={onDrop}
          onDragOver={onDragOver}
          onDragLeave={() => setOver(false)}
        />
        {count > 0 ? <CompletionList id={listId} completion={completion} label={words.suggestions} /> : null}
      </div>
      {scripted ? (
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
          {preview.isOpen ? (
            <section aria-label={words.preview} className="mt-2">
              <p className="mb-2 font-semibold">{words.preview}</p>
              <Card>
                {preview.html === '' ? (
                  <p className="text-muted">{words.nothingYet}</p>
                ) : preview.html === null ? (
                  <p className="text-muted">{words.moment}</p>
                ) : (
                  <Prose html={preview.html} />
                )}
              </Card>
            </section>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Presses the button that sends the form. */
function send(box: HTMLTextAreaElement): void {
  const button = box.form?.querySelector<HTMLButtonElement>('button[type=submit]:not([formnovalidate])');
  if (button && button.getAttribute('aria-disabled') !== 'true') box.form?.requestSubmit(button);
}
