/** What is quoted of one post: enough to know what an answer is about, the rest is one click away. */
export const QUOTE_MAX = 1_500;

/** Names have letters, digits and `. _ - '`: of these only the underscore means something in Markdown. */
function asLinkText(name: string): string {
  return name.replace(/[\\_*[\]`<>]/g, '\\$&');
}

/** What somebody wrote themselves: what they had quoted is left out, unless there is nothing else. */
function ownWords(text: string): string {
  const lines = text.split('\n');
  const own = lines
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
  return own === '' ? lines.map((line) => line.replace(/^(?:> ?)+/, '')).join('\n') : own;
}

/** Whether somebody has added words of their own to what they quote. Safe in the browser. */
export function hasOwnWords(text: string): boolean {
  return text.split('\n').some((line) => line.trim() !== '' && !/^ {0,3}>/.test(line));
}

/** At most so many characters, whole words where there are any. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = room.search(/\s\S*$/);
  return `${(end > max / 2 ? room.slice(0, end) : room).trimEnd()}…`;
}

/**
 * A quote as the composer writes it: who wrote it with a link to the post, then the text, ready to be answered below.
 * Safe in the browser.
 * @param href the address of the post on this site
 * @param text Markdown, or what was selected on the page
 */
export function quoteMarkdown(who: string, href: string, text: string): string {
  const words = cut(
    ownWords(text.replace(/\r\n?/g, '\n'))
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    QUOTE_MAX,
  );
  if (words === '') return '';
  const lines = words.split('\n').map((line) => (line.trim() === '' ? '>' : `> ${line}`));
  return `> [${asLinkText(who)} wrote](${href}):\n>\n${lines.join('\n')}\n\n`;
}
