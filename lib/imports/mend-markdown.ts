import { restoreMarkdown, shieldMarkdown } from '@/lib/html-in-markdown';

/** "##Heading##", which older Markdown took for a heading. One # alone may be a number ("#1") or a word ("#help"). */
const TIGHT_HEADING = /^( {0,3}#{2,6})([^#\s][^\n]*)$/gm;
/** "[1]:" at the start of a line and the address after it, if there is any. */
const DEFINITION = /^ {0,3}\[([^\][\n]{1,80})\]:[ \t]*(\S?)[^\n]*$/gm;
/** "[words][1]" */
const REFERENCE = /\[([^\][\n]{1,500})\]\[([^\][\n]{1,80})\]/g;
const BARE_HOST = /\]\((?=www\.[^\s)]+\))/g;

/**
 * What exports of older forums do to Markdown, mended: links whose address was taken out ("[here][1]" with an empty "[1]:")
 * become their words, addresses without "http" get it, headings get the space that today's Markdown asks for. Code stays
 * as it is. Linear work; mending twice changes nothing more.
 */
export function mendMarkdown(markdown: string): string {
  if (!/\[|##/.test(markdown)) return markdown;
  const shielded = shieldMarkdown(markdown);
  const defined = new Set<string>();
  for (const [, name = '', address] of shielded.text.matchAll(DEFINITION)) {
    if (address) defined.add(name.toLowerCase());
  }
  const text = shielded.text
    .replace(TIGHT_HEADING, '$1 $2')
    .replace(BARE_HOST, '](https://')
    .replace(DEFINITION, (line, _name: string, address: string) => (address ? line : ''))
    .replace(REFERENCE, (whole, words: string, name: string) =>
      // Numbers are what exports make; "[a][b]" may be meant as it stands.
      /^\d+$/.test(name) && !defined.has(name) ? words : whole,
    );
  return restoreMarkdown(text, shielded).trimEnd();
}
