'use client';

import { type DragEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { type ControlProps, TextArea } from '@/app/_ui/field';
import type { DraftState } from '@/app/(site)/forum/_parts/keep-draft';
import type { WritingKit } from '@/app/(site)/forum/_parts/use-writing-kit';

type Props = ControlProps & {
  area: RefObject<HTMLTextAreaElement | null>;
  kit: WritingKit | null;
  defaultValue?: string;
  rows?: number;
  max: number;
  threadId?: string;
  saved: DraftState['saved'];
  listId: string;
  onText?: (text: string) => void;
};

/** What the tools do with what happens in the box. */
export type BoxActs = {
  input: () => void;
  key: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  look: () => void;
  blur: () => void;
  add: (files: readonly File[]) => void;
};

/** Where the tools stand around the box. */
export type BoxPlaces = { bar: HTMLElement; list: HTMLElement; foot: HTMLElement };

/** The list of completions while it is shown, for the box that controls it. */
export type ShownList = { isOpen: boolean; option: string | undefined };
const NO_LIST: ShownList = { isOpen: false, option: undefined };

/** The text area, and the room that its tools take once they are loaded, so that nothing moves when they come. */
export function ComposerBox({ area, kit, max, threadId, saved, listId, onText, rows, ...control }: Props) {
  const acts = useRef<BoxActs | null>(null);
  /** Files that came before what takes them. */
  const early = useRef<File[]>([]);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [list, setList] = useState<HTMLElement | null>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState(NO_LIST);
  const [isOver, setOver] = useState(false);

  const take = (files: FileList) => {
    if (acts.current) acts.current.add([...files]);
    else early.current.push(...files);
  };
  const onDrag = (event: DragEvent, isNowOver: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    // Else the browser would leave the page for the file.
    event.preventDefault();
    setOver(isNowOver);
  };
  const aria = kit
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': shown.isOpen ? listId : undefined,
        'aria-activedescendant': shown.option,
        'aria-keyshortcuts': 'Control+Enter',
      } as const)
    : {};

  return (
    <div className="min-w-0">
      <div className="@container noscript:hidden">
        <div
          ref={setBar}
          className="min-h-[5.875rem] rounded-t-lg border border-b-0 border-edge bg-sunken p-0.5 @min-[29rem]:min-h-[3.0625rem]"
        />
      </div>
      <div className="relative">
        <TextArea
          {...control}
          {...aria}
          ref={area}
          rows={rows}
          className={classNames('not-noscript:rounded-t-none', isOver && 'border-accent-text bg-accent-soft')}
          onInput={(event) => {
            acts.current?.input();
            onText?.(event.currentTarget.value);
          }}
          onKeyDown={(event) => acts.current?.key(event)}
          onClick={() => acts.current?.look()}
          onBlur={() => acts.current?.blur()}
          onPaste={(event) => {
            const { files, types } = event.clipboardData;
            // Copied from an office program there is text as well, and the text is meant.
            if (files.length === 0 || types.includes('text/plain')) return;
            event.preventDefault();
            take(files);
          }}
          onDrop={(event) => {
            onDrag(event, false);
            take(event.dataTransfer.files);
          }}
          onDragOver={(event) => onDrag(event, true)}
          onDragLeave={() => setOver(false)}
        />
        <div ref={setList} />
      </div>
      <div ref={setFoot} className="min-h-11 noscript:hidden" />
      {kit && bar && list && foot ? (
        <kit.ComposerTools
          area={area}
          acts={acts}
          early={early}
          places={{ bar, list, foot }}
          controls={control.id ?? ''}
          max={max}
          threadId={threadId}
          saved={saved}
          listId={listId}
          onList={setShown}
        />
      ) : null}
    </div>
  );
}
