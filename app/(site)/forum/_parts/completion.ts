/** A word that is being typed and could be completed. */
export type Typed = {
  kind: 'name' | 'emoji';
  /** What stands behind the sign. */
  query: string;
  /** Where the sign stands. */
  from: number;
};

/** A choice that completes it. */
export type Choice = { insert: string; label: string; hint?: string };

const NAME = /(?:^|[\s([{>*"'„“])@((?:"[\p{L}\p{M}\p{Nd} ._'-]{0,40})|[\p{L}\p{M}\p{Nd}._'-]{0,40})$/u;
/** From two letters on: `:)` and `:D` are finished. */
const EMOJI = /(?:^|[\s([{>*])(:([\p{L}\p{Nd}_+-]{2,30}))$/u;

/** What is being typed before the caret, or null. */
export function typedAt(text: string, caret: number): Typed | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', caret - 1) + 1, caret - 60), caret);
  const name = NAME.exec(line);
  if (name) {
    const typed = name[1] ?? '';
    return { kind: 'name', query: typed.replace(/^"/, ''), from: caret - typed.length - 1 };
  }
  const emoji = EMOJI.exec(line);
  if (emoji) return { kind: 'emoji', query: emoji[2] ?? '', from: caret - (emoji[1] ?? '').length };
  return null;
}
