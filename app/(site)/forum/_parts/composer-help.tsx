import { COMMANDS, labelWithKeys } from '@/app/(site)/forum/_parts/composer-commands';

const SIGNS: readonly [string, string][] = [
  ['**bold**', 'bold'],
  ['*italic*', 'italic'],
  ['[words](https://…)', 'a link'],
  ['> text', 'a quote'],
  ['- text', 'a list'],
  ['`code`', 'code'],
  ['@name', 'calls somebody'],
  [':smile', 'an emoji'],
];

/** What can be typed, and which keys do it, for who wants to know. */
export function ComposerHelp({ isMac }: { isMac: boolean }) {
  const keys = COMMANDS.filter((command) => command.keys).map((command) => labelWithKeys(command, isMac));
  return (
    <details className="text-[0.9rem]">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent-text hover:underline">
        Writing help
      </summary>
      <div className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {SIGNS.map(([sign, meaning]) => (
            <li key={sign}>
              <code>{sign}</code> <span className="text-muted">{meaning}</span>
            </li>
          ))}
        </ul>
        <p className="text-muted">
          {keys.join(' · ')} · Send ({isMac ? '⌘' : 'Ctrl+'}Enter). Pictures and PDFs can be pasted or dropped
          into the box.
        </p>
      </div>
    </details>
  );
}
