import { cleanLine } from '@/lib/text';

/** Everything that starts markup inside a line. Brackets make links and pictures, & makes entities, # ends a heading. */
const INLINE = /[\\`*_[\]<>~|&#]/g;
/** The colon of an address: without it nothing is a link by itself. */
const ADDRESS_COLON = /:(?=\/)/g;
/** What would call somebody, and link to them. */
const MENTION = /(?<![\p{L}\p{N}\\])@/gu;
/** What would make a list, heading or rule of a line that begins with it. */
const LINE_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/** Text that someone else wrote, as Markdown that shows exactly this text on one line: links, HTML, pictures, emphasis
 * and headings in it stay the signs they were typed as. For quoting people in a text of ours. */
export function asMarkdownText(text: string): string {
  const escaped = cleanLine(text)
    .replace(INLINE, '\\$&')
    .replace(ADDRESS_COLON, '\\:')
    .replace(MENTION, '\\@');
  // A number keeps its digits; the sign after it is what would make a list.
  return escaped
    .replace(LINE_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
