'use client';

import {
  Bold,
  Code,
  Eye,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  Paperclip,
  Quote,
  Smile,
} from 'lucide-react';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { COMMANDS, type CommandName, labelWithKeys } from '@/app/(site)/forum/_parts/composer-commands';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';

const ICONS: Record<CommandName, ComponentType<{ 'aria-hidden': true }>> = {
  bold: Bold,
  italic: Italic,
  link: LinkIcon,
  quote: Quote,
  list: List,
  numbers: ListOrdered,
  code: Code,
};

type Props = {
  /** The id of the box it is for. */
  controls: string;
  isMac: boolean;
  onCommand: (name: CommandName) => void;
  onFile: () => void;
  onEmoji: () => void;
  onPreview: () => void;
  isPreviewOpen: boolean;
};

/** Buttons for what the keys and signs do, as one stop for the Tab key: arrows go from button to button. */
export function ComposerToolbar({ controls, isMac, isPreviewOpen, ...on }: Props) {
  const { words } = useWriting();
  const said = words.tools;
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const tools = [
    ...COMMANDS.map((command) => ({
      label: said[command.name],
      title: labelWithKeys(said[command.name], command.keys, isMac),
      Icon: ICONS[command.name],
      act: () => on.onCommand(command.name),
      pressed: undefined,
    })),
    { label: said.file, title: said.file, Icon: Paperclip, act: on.onFile, pressed: undefined },
    { label: said.emoji, title: said.emojiHow, Icon: Smile, act: on.onEmoji, pressed: undefined },
    { label: words.preview, title: words.preview, Icon: Eye, act: on.onPreview, pressed: isPreviewOpen },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const last = tools.length - 1;
    const ways: Record<string, number> = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    };
    const next = ways[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={said.label}
      aria-controls={controls}
      onKeyDown={onKeyDown}
      className="flex flex-wrap gap-px rounded-t-lg border border-b-0 border-edge bg-sunken p-0.5"
    >
      {tools.map(({ label, title, Icon, act, pressed }, index) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={title}
          aria-pressed={pressed}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onClick={act}
          className={classNames(
            'inline-flex h-11 w-11 items-center justify-center rounded-md text-muted hover:bg-surface hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text [&_svg]:size-4.5',
            index === tools.length - 1 && 'ms-auto',
          )}
        >
          <Icon aria-hidden />
        </button>
      ))}
    </div>
  );
}
