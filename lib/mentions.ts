import { mentionedBy } from '@/lib/markdown-mentions';
import { markdownParser } from '@/lib/markdown-parser';

/** More people than this are not called by one post; the rest of the names are links like any other. */
export const MENTIONS_MAX = 10;
/** A post has 30,000 characters; what is longer is not one. */
const READ_AT_MOST = 60_000;

/**
 * The names that a text calls, as typed, in their order and each once (letters' case aside), at most ten. Names in code, and
 * in quotes, where somebody else called them, do not count. Whether there are such people is for the asker to find out.
 */
export function mentionsIn(markdown: string): string[] {
  if (!markdown.includes('@')) return [];
  const names = new Map<string, string>();
  let quotes = 0;
  for (const block of markdownParser.parse(markdown.slice(0, READ_AT_MOST), {})) {
    if (block.type === 'blockquote_open') quotes += 1;
    if (block.type === 'blockquote_close') quotes -= 1;
    if (quotes > 0) continue;
    for (const token of block.children ?? []) {
      const name = mentionedBy(token);
      if (name && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()].slice(0, MENTIONS_MAX);
}

/** How a name is typed so that it is read as one. */
export function mentionOf(name: string): string {
  return /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._'-]*$/u.test(name) && /[\p{L}\p{M}\p{Nd}_]$/u.test(name)
    ? `@${name}`
    : `@"${name}"`;
}
