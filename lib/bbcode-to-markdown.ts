import { isSafeHref, MAX_HREF_LENGTH } from '@/lib/markdown-links';

/**
 * BBCode (phpBB, vBulletin, MyBB, SMF) as Markdown, for importers. What comes out is ordinary user text: safety is the
 * renderer's. Tags that only decorate go and their text stays; a tag that is never closed, or that nobody knows, is the
 * text it was typed as. Work grows with the length of the text alone: each tag is looked at once, and quotes and lists are
 * followed to a fixed depth.
 */

/** Tags inside each other that are followed; deeper ones lose their tag and keep their text. */
const DEPTH_MAX = 20;
/** phpBB writes "[b:1a2b3c]" into its database. */
const TAG = /\[(\/?)([a-z]+|\*)(?::[a-z0-9:]{1,16})?(?:=("[^"\n]{0,2000}"|[^\]\n]{0,2000}))?\]/gi;
const ANY = /\[\/(?:b|i|u|s|url|img|quote|code|list|size|colou?r|center|email)(?::[a-z0-9:]{1,16})?\]/i;
const DECORATION = new Set(
  'u size color colour font center left right justify align indent sub sup highlight spoiler attachment email'.split(
    ' ',
  ),
);
const MARKS: Record<string, string> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  strike: '~~',
  del: '~~',
};
const LINKS = new Set(['youtube', 'video', 'media']);
const CONTAINERS = new Set(['quote', 'list', 'url', 'img']);
/** What would be markup to Markdown and was none to BBCode. Addresses are left alone, or they would be none any more. */
const SIGNS =
  /https?:\/\/[^\s[\]<>]+|[\\*_`~<[\]]|(?<=\n)[ \t]+|^(?:#{1,6}(?=\s)|[-+>](?=\s)|\d{1,9}(?=[.)]\s))/gm;

type Frame = { name: string; value: string; opening: string; text: string };

/** Whether a text has a closing tag of BBCode's, which no Markdown has by chance. */
export function looksLikeBbcode(text: string): boolean {
  return ANY.test(text);
}

export function bbcodeToMarkdown(input: string): string {
  const source = input.replace(/\r\n?/g, '\n');
  const frames: Frame[] = [{ name: '', value: '', opening: '', text: '' }];
  const write = (text: string): void => {
    const top = frames.at(-1);
    if (top) top.text += text;
  };
  const isOpen = new Map<string, number>();
  let at = 0;
  let codeEnds = true;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(source); found; found = TAG.exec(source)) {
    const [tag, slash, given = '', rawValue = ''] = found;
    const name = given.toLowerCase();
    write(plain(source.slice(at, found.index)));
    at = found.index + tag.length;
    if (name === 'code' && slash === '' && codeEnds) {
      const end = endOfCode(source, at);
      if (end === null) {
        codeEnds = false;
        write(plain(tag));
        continue;
      }
      write(codeBlock(source.slice(at, end.from)));
      at = end.to;
      TAG.lastIndex = at;
    } else if (name === 'hr' && slash === '') {
      write('\n\n---\n\n');
    } else if (name === '*' && slash === '') {
      write((isOpen.get('list') ?? 0) > 0 ? ITEM : plain(tag));
    } else if (!isKnown(name)) {
      write(plain(tag));
    } else if (slash === '') {
      if (frames.length > DEPTH_MAX) continue;
      frames.push({ name, value: rawValue.replace(/^"|"$/g, ''), opening: tag, text: '' });
      isOpen.set(name, (isOpen.get(name) ?? 0) + 1);
    } else if ((isOpen.get(name) ?? 0) > 0) {
      close(frames, name, isOpen);
    }
  }
  write(plain(source.slice(at)));
  while (frames.length > 1) dissolve(frames, isOpen);
  return (frames[0]?.text ?? '')
    .replaceAll(ITEM, '\n- ')
    .replace(/(?<![ \t])[ \t]+(?=\n)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Stands for the start of a list's item until the list is closed; plain() takes it out of what people wrote. */
const ITEM = '\uE000';

function isKnown(name: string): boolean {
  return Object.hasOwn(MARKS, name) || DECORATION.has(name) || CONTAINERS.has(name) || LINKS.has(name);
}

function plain(text: string): string {
  return text.replaceAll(ITEM, '').replace(SIGNS, (sign) => {
    if (/^https?:/i.test(sign)) return sign;
    if (/^[ \t]+$/.test(sign)) return '';
    return /^\d/.test(sign) ? `${sign}\\` : `\\${sign}`;
  });
}

/** A closing tag closes what was opened last of its name; what stands open inside of it was never closed. */
function close(frames: Frame[], name: string, isOpen: Map<string, number>): void {
  while (frames.length > 1 && frames.at(-1)?.name !== name) dissolve(frames, isOpen);
  const frame = frames.pop();
  const below = frames.at(-1);
  if (!frame || !below) return;
  isOpen.set(name, (isOpen.get(name) ?? 1) - 1);
  below.text += markdownOf(frame);
}

function dissolve(frames: Frame[], isOpen: Map<string, number>): void {
  const frame = frames.pop();
  const below = frames.at(-1);
  if (!frame || !below) return;
  isOpen.set(frame.name, (isOpen.get(frame.name) ?? 1) - 1);
  below.text += (DECORATION.has(frame.name) ? '' : plain(frame.opening)) + frame.text;
}

function markdownOf({ name, value, text }: Frame): string {
  const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  if (mark) return emphasis(mark, text);
  if (name === 'quote') return quote(text, value);
  if (name === 'list') return list(text, value);
  if (name === 'url') return link(value || text, text);
  if (name === 'img') return picture(text);
  if (LINKS.has(name)) return link(text, text);
  return text;
}

/** Emphasis may not begin or end with a blank, nor go over paragraphs. */
function emphasis(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === '' || inner.includes('\n\n') || inner.includes(ITEM)) return text;
  const start = text.slice(0, text.indexOf(inner));
  const end = text.slice(start.length + inner.length);
  return `${start}${mark}${inner}${mark}${end}`;
}

function quote(text: string, value: string): string {
  // phpBB: [quote="user1"], vBulletin: [quote=user1;123], XenForo: [quote="user1, post: 1, member: 2"]
  const author = plain(value.replace(/[;,].*$/s, '').trim());
  const lines = `${author === '' ? '' : `${author}:\n`}${text.trim()}`.replaceAll(ITEM, '\n- ').split('\n');
  return `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}

function list(text: string, value: string): string {
  const [before = '', ...items] = text.split(ITEM);
  const isNumbered = /^[1-9]/.test(value);
  const lines = items.map((item, index) => {
    const mark = isNumbered ? `${index + 1}. ` : '- ';
    return mark + item.trim().replace(/\n+/g, `\n${' '.repeat(mark.length)}`);
  });
  return `${before.trimEnd()}\n\n${lines.join('\n')}\n\n`;
}

function link(target: string, text: string): string {
  const href = addressOf(target);
  const words = text.trim();
  if (!href) return text;
  if (words === '' || addressOf(words) === href) return href;
  return `[${words.replace(/\n+/g, ' ')}](<${href}>)`;
}

function picture(text: string): string {
  const href = addressOf(text);
  return href ? `![](<${href}>)` : text;
}

/** An address of the web as it was typed, or null. Our own escapes are taken out of it again. */
function addressOf(text: string): string | null {
  const typed = text.trim().replace(/\\([\\*_`~<[\]])/g, '$1');
  const href = /^www\./i.test(typed) ? `https://${typed}` : typed;
  const isFit = /^https?:/i.test(href) && href.length <= MAX_HREF_LENGTH && !/[<>\s]/.test(href);
  return isFit && isSafeHref(href) ? href : null;
}

function endOfCode(source: string, from: number): { from: number; to: number } | null {
  const closing = /\[\/code(?::[a-z0-9:]{1,16})?\]/gi;
  closing.lastIndex = from;
  const found = closing.exec(source);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

function codeBlock(code: string): string {
  const longest = [...code.matchAll(/`{3,}/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}\n${code.replaceAll(ITEM, '').replace(/^\n|\s+$/g, '')}\n${fence}\n\n`;
}
