/**
 * Telling HTML, Markdown, and Markdown with tags in it apart, and keeping what is Markdown safe from an HTML converter.
 * Everything here is linear: no pattern may look past the next '<' or the end of its line twice.
 */

/** Private-use characters stand in while the converter runs; a text's own ones are removed first. */
export const LINE = '\uE000';
const INDENT = '\uE001';
const OPEN = '\uE002';
const CLOSE = '\uE003';
const OWN_STAND_INS = /[\uE000-\uE003]/g;
const STAND_INS = /\uE002(\d+)\uE003/g;

/** Elements of HTML. '<insert your name>' is none of them: people meant it to be read. */
const NAMES =
  'a|abbr|acronym|address|article|aside|b|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|details|dfn|dir|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|audio|xmp';
const ATTRIBUTE = '\\s+[^\\s"\'<>/=]+(?:\\s*=\\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>]+))?';
const TAG = `<(?:/(?:${NAMES})\\s*|(?:${NAMES})(?:${ATTRIBUTE})*\\s*/?)>`;
const ANY_TAG = new RegExp(TAG, 'i');
/** A tag with a lost quote: '<a href=" rel="nofollow">', and '<a href="' before its text. Real exports are full of them. */
const BROKEN_TAG = `<(?:${NAMES})\\s[^<>]{0,300}>|<a\\s+href="`;
const TAG_OR_LESS = new RegExp(`(${TAG})|(${BROKEN_TAG})|<!--|<`, 'gi');
const OPENED = /^<([a-z][a-z0-9]*)/i;
/** These close by themselves when the next one begins, or have no inside: they make no depth. */
const NO_DEPTH = new Set(
  'p li td th tr dt dd option br hr img input meta link col source thead tbody tfoot'.split(' '),
);
/** Parsers do quadratic work on elements inside each other; no text that people wrote comes near this. */
const MAX_OPEN = 100;
/** Converting costs some 20 µs a tag; a post of 30,000 characters, which is all that can be stored, has no room for more. */
const MAX_TAGS = 10_000;
const BLOCKS = 'p|div|section|article|ul|ol|li|pre|blockquote|h[1-6]|hr|table|thead|tbody|tr|td|th';
const BLOCK_TAG = new RegExp(`(</?(?:${BLOCKS})(?=[\\s/>])[^<>]*>)`, 'i');
const PARAGRAPH_TAG = /<\/?(?:p|div|section|article|table)(?=[\s/>])/i;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>/gi;

export type Shielded = { text: string; kept: string[] };

/** Code (fenced, indented, in back-ticks) and autolinks replaced by stand-ins: tags in there are what people talk about. */
export function shieldMarkdown(input: string): Shielded {
  const kept: string[] = [];
  const keep = (found: string): string => `${OPEN}${kept.push(found) - 1}${CLOSE}`;
  const out: string[] = [];
  let code: string[] = [];
  let fence = '';
  let afterBlank = true;
  const endCode = (): void => {
    if (code.length > 0) out.push(keep(code.join('\n')));
    code = [];
  };
  for (const line of input.replace(OWN_STAND_INS, '').split('\n')) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      code.push(line);
      if (mark.startsWith(fence)) {
        endCode();
        fence = '';
      }
    } else if (mark !== '') {
      endCode();
      fence = mark;
      code.push(line);
    } else if (/^(?: {4}|\t)/.test(line) && (afterBlank || code.length > 0)) {
      code.push(line);
    } else {
      endCode();
      out.push(line.replace(/``[^\n]+?``|`[^`\n]+`/g, keep).replace(AUTOLINK, keep));
    }
    afterBlank = line.trim() === '';
  }
  endCode();
  return { text: out.join('\n'), kept };
}

/** Whether there is a tag of HTML at all, outside of code. */
export function hasTags(shielded: Shielded): boolean {
  return ANY_TAG.test(shielded.text);
}

/** Whether its paragraphs are made by blank lines (Markdown with a few tags) rather than by elements. */
export function isMostlyMarkdown(shielded: Shielded): boolean {
  if (!PARAGRAPH_TAG.test(shielded.text)) return true;
  const chunks = shielded.text.split(/\n[ \t]*\n/).filter((chunk) => chunk.trim() !== '');
  const marked = chunks.filter((chunk) => BLOCK_TAG.test(chunk)).length;
  return marked * 2 < chunks.length;
}

/**
 * Every '<' that begins no tag becomes text, so that '<3' swallows nothing; tags that are broken beyond reading go, and
 * so do those nested too deep or beyond all measure in number (their text stays).
 */
export function tidyTags(text: string): string {
  const lastCommentEnd = text.lastIndexOf('-->');
  let open = 0;
  let tags = 0;
  return text.replace(TAG_OR_LESS, (found: string, tag?: string, broken?: string, at = 0) => {
    if (broken !== undefined) return '';
    if (found === '<') return '&lt;';
    if (tag === undefined) return at > lastCommentEnd ? '&lt;!--' : found;
    tags += 1;
    if (tags > MAX_TAGS) return '';
    const name = OPENED.exec(found)?.[1]?.toLowerCase();
    if (name === undefined) open = Math.max(0, open - 1);
    else if (!NO_DEPTH.has(name)) open += 1;
    return open > MAX_OPEN && name !== undefined ? '' : found;
  });
}

/** '<https://…>' means nothing to HTML but is meant as its address. */
export function unwrapAutolinks(html: string): string {
  return html.replace(AUTOLINK, '$1');
}

/** Line ends and indentation, which HTML would fold into one blank, as stand-ins; not beside block tags, which make their own. */
export function shieldLines(text: string): string {
  const parts = text.replace(/<br\s*\/?>[ \t]*\n/gi, '\n').split(BLOCK_TAG);
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return part;
      let words = at === 0 ? part : part.trimStart();
      if (at < parts.length - 1) words = words.trimEnd();
      return words.replace(/\n([ \t]*)/g, (_, indent: string) => LINE + INDENT.repeat(indent.length));
    })
    .join('');
}

/** Puts back what the stand-ins stand for. */
export function restoreMarkdown(text: string, { kept }: Shielded): string {
  return text
    .replaceAll(LINE, '\n')
    .replaceAll(INDENT, ' ')
    .replace(STAND_INS, (_, index: string) => kept[Number(index)] ?? '');
}
