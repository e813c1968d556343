import {
  code,
  type Edit,
  link,
  markLines,
  type Selection,
  wrap,
} from '@/app/(site)/forum/_parts/composer-edits';

export type CommandName = 'bold' | 'italic' | 'link' | 'quote' | 'list' | 'numbers' | 'code';
type Command = {
  name: CommandName;
  /** With Ctrl, or ⌘ on a Mac. `code` is the key's place, as Shift makes other signs of digits in every country. */
  keys?: { code: string; shift: boolean; shown: string };
  edit: (selection: Selection) => Edit;
};

export const COMMANDS: readonly Command[] = [
  {
    name: 'bold',
    keys: { code: 'KeyB', shift: false, shown: 'B' },
    edit: (selection) => wrap(selection, '**', 'bold words'),
  },
  {
    name: 'italic',
    keys: { code: 'KeyI', shift: false, shown: 'I' },
    edit: (selection) => wrap(selection, '*', 'words'),
  },
  { name: 'link', keys: { code: 'KeyK', shift: false, shown: 'K' }, edit: link },
  {
    name: 'quote',
    keys: { code: 'Digit9', shift: true, shown: '9' },
    edit: (selection) => markLines(selection, 'quote'),
  },
  {
    name: 'list',
    keys: { code: 'Digit8', shift: true, shown: '8' },
    edit: (selection) => markLines(selection, 'list'),
  },
  {
    name: 'numbers',
    keys: { code: 'Digit7', shift: true, shown: '7' },
    edit: (selection) => markLines(selection, 'numbers'),
  },
  { name: 'code', edit: code },
];

type Pressed = {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};

/** The command of a key, or null. Letters go by what is written on the key, digits by its place. */
export function commandOf(pressed: Pressed): Command | null {
  if (pressed.altKey || pressed.ctrlKey === pressed.metaKey) return null;
  const isKey = (code: string) =>
    code.startsWith('Key')
      ? pressed.key.toLowerCase() === code.slice(3).toLowerCase()
      : pressed.code === code;
  return COMMANDS.find(({ keys }) => keys && keys.shift === pressed.shiftKey && isKey(keys.code)) ?? null;
}

/** "Bold (Ctrl+B)". */
export function labelWithKeys(label: string, keys: Command['keys'], isMac: boolean): string {
  if (!keys) return label;
  if (isMac) return `${label} (${keys.shift ? '⇧' : ''}⌘${keys.shown})`;
  return `${label} (Ctrl+${keys.shift ? 'Shift+' : ''}${keys.shown})`;
}
