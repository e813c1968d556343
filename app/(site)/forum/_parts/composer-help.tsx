import { COMMANDS, labelWithKeys } from '@/app/(site)/forum/_parts/composer-commands';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

/** What can be typed, and which keys do it, for who wants to know. */
export function ComposerHelp({ isMac, words }: { isMac: boolean; words: Words['writing'] }) {
  const { help, tools } = words;
  const signs: readonly [string, string][] = [
    [help.boldSign, help.bold],
    [help.italicSign, help.italic],
    [help.linkSign, help.link],
    [help.quoteSign, help.quote],
    [help.listSign, help.list],
    [help.codeSign, help.code],
    [help.nameSign, help.calls],
    [help.smileSign, help.emoji],
  ];
  const keys = COMMANDS.flatMap((command) =>
    command.keys ? [labelWithKeys(tools[command.name], command.keys, isMac)] : [],
  );
  return (
    <details className="text-[0.9rem]">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent-text hover:underline">
        {help.title}
      </summary>
      <div className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {signs.map(([sign, meaning]) => (
            <li key={sign}>
              <code>{sign}</code> <span className="text-muted">{meaning}</span>
            </li>
          ))}
        </ul>
        <p className="text-muted">
          {keys.join(' · ')} · {say(help.send, { key: isMac ? '⌘Enter' : 'Ctrl+Enter' })}
        </p>
      </div>
    </details>
  );
}
