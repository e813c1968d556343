import type { MarkdownIt as Parser, StateInline, Token } from 'markdown-it';

/** A name without blanks, as it is typed: letters, digits and `. _ - '` inside. What ends a sentence does not belong to it. */
const PLAIN = /@([\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}._'-]{0,38}[\p{L}\p{M}\p{Nd}_])?)/uy;
/** Any name: `@"Ana Maria"`. */
const QUOTED = /@"([\p{L}\p{M}\p{Nd}._'-](?:[\p{L}\p{M}\p{Nd} ._'-]{0,38}[\p{L}\p{M}\p{Nd}._'-])?)"/uy;
/** After these an @ is part of an address: ana@example.com, https://social.example/@ana. */
const PART_OF_ADDRESS = /[\p{L}\p{M}\p{N}_@./&=+:?#~%-]$/u;

const MARK = 'mention';

function mentionAt(text: string, at: number): { name: string; length: number } | null {
  if (PART_OF_ADDRESS.test(text.slice(Math.max(0, at - 2), at))) return null;
  for (const form of [QUOTED, PLAIN]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found?.[1]) return { name: found[1], length: found[0].length };
  }
  return null;
}

function mention(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '@' || state.linkLevel > 0) return false;
  const found = mentionAt(state.src, state.pos);
  if (!found) return false;
  if (!silent) {
    const open = state.push('link_open', 'a', 1);
    open.markup = MARK;
    open.meta = { name: found.name };
    open.attrSet('href', `/u/${encodeURIComponent(found.name)}`);
    state.push('text', '', 0).content = `@${found.name}`;
    state.push('link_close', 'a', -1).markup = MARK;
  }
  state.pos += found.length;
  return true;
}

/** Lets a parser read `@Ana` and `@"Ana Maria"` as links to the profile; in code and in links they stay text. */
export function readMentions(md: Parser): void {
  md.inline.ruler.before('link', 'mention', mention);
}

/** The name a token mentions, or null. */
export function mentionedBy(token: Token): string | null {
  if (token.type !== 'link_open' || token.markup !== MARK) return null;
  const name: unknown = token.meta?.name;
  return typeof name === 'string' ? name : null;
}
