import { markdownParser } from '@/lib/markdown-parser';

/** A post that names more people than this is shouting: the rest hears nothing of it. */
export const MENTIONS_MAX = 10;

/** `@Name`, or `@"Name with spaces"`; not the second half of an address. */
const MENTION =
  /(?<![\p{L}\p{M}\p{N}_@/.-])@(?:"([^"\n]{1,60})"|([\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}._'-]{0,59}))/gu;

/** The names a post calls, in the order they come, each once and at most ten. Code, quotes and links call nobody: their
 * words are somebody else's. Whether anybody has such a name is for the caller to find out. */
export function mentionsIn(markdown: string): string[] {
  if (!markdown.includes('@')) return [];
  const names = new Map<string, string>();
  let quotes = 0;
  for (const block of markdownParser.parse(markdown, {})) {
    if (block.type === 'blockquote_open') quotes += 1;
    if (block.type === 'blockquote_close') quotes -= 1;
    if (quotes > 0 || block.type !== 'inline') continue;
    let links = 0;
    for (const token of block.children ?? []) {
      if (token.type === 'link_open') links += 1;
      if (token.type === 'link_close') links -= 1;
      if (links > 0 || token.type !== 'text') continue;
      for (const [, quoted, bare] of token.content.matchAll(MENTION)) {
        const name = (quoted ?? bare ?? '').replace(/[.'-]+$/, '').trim();
        if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
        if (names.size === MENTIONS_MAX) return [...names.values()];
      }
    }
  }
  return [...names.values()];
}
