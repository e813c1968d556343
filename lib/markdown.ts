import { createHash } from 'node:crypto';
import sanitizeHtml from 'sanitize-html';
import { ByteCache } from '@/lib/byte-cache';
import { isLocalImage, isSafeHref } from '@/lib/markdown-links';
import { markdownParser as md, NESTED, textOfTokens } from '@/lib/markdown-parser';
import { cleanText, clipCombiningMarks, startOfCharacter, stripInvisible } from '@/lib/text';
import { isDocumentHref, measuresOf } from '@/lib/uploads/names';

/** Elements inside each other in the result: 20 lists are 40 elements, the rest is for emphasis, links and code. */
const MAX_DEPTH = 60;
/** Forms take 30,000 characters and articles may be longer; beyond this the rest is not rendered (time is linear). */
export const MAX_SOURCE = 200_000;
/** Room for about 2,000 posts of 2 KB: what a small site shows in a day, and little beside the process itself. */
const CACHE_BYTES = 16 * 1024 * 1024;

/** A phone's tall screenshot stands in a text no higher than this, CSS pixels; its link opens it in full. */
const TALLEST = 640;

const cache = new ByteCache(CACHE_BYTES);

/** `mail`: absolute addresses, and pictures as links (a mail loads nothing). `siteUrl` has no slash at its end.
 * `frame`: links open beside it, since no other page may stand in the frame. `reply`: a page on which the text has a heading
 * of its own, an h3. */
type Surface = { kind: 'page' | 'reply' } | { kind: 'frame' } | { kind: 'mail'; siteUrl: string };

const BLOCKS = new Set('p h3 h4 h5 h6 blockquote ul ol li pre table th td'.split(' '));
/** A page has its own h1 and h2; headings people write start below them. */
const LOWERED: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' };
/** Below the heading that every reply has for those who hear the page. */
const LOWERED_IN_REPLY: Record<string, string> = { ...LOWERED, h1: 'h4', h2: 'h5', h3: 'h6' };

function transform(surface: Surface): sanitizeHtml.Transformer {
  const lowered = surface.kind === 'reply' ? LOWERED_IN_REPLY : LOWERED;
  return (tag, given) => {
    const tagName = lowered[tag] ?? tag;
    const attribs: sanitizeHtml.Attributes = {};
    if (BLOCKS.has(tagName) && !(NESTED in given)) attribs.dir = 'auto';
    if (tagName === 'a') Object.assign(attribs, linkAttributes(given.href ?? '', surface));
    // A code block scrolls sideways; this is how the keyboard gets into it.
    if (tagName === 'pre') attribs.tabindex = '0';
    if (tagName === 'img' && isLocalImage(given.src ?? '')) {
      Object.assign(attribs, pictureAttributes(given.src ?? '', given.alt ?? ''));
    }
    if (tagName === 'ol' && /^\d{1,9}$/.test(given.start ?? '')) attribs.start = given.start ?? '';
    if ((tagName === 'td' || tagName === 'th') && given.align) attribs.align = given.align;
    return { tagName, attribs };
  };
}

/** Loaded when it comes near, with its room kept where its name says how large it is. A picture is also a link to itself,
 * and a link needs a name. */
function pictureAttributes(src: string, alt: string): sanitizeHtml.Attributes {
  const measures = measuresOf(src);
  const scale = measures ? Math.min(1, TALLEST / measures.height) : 1;
  const room: sanitizeHtml.Attributes = measures
    ? {
        width: String(Math.max(1, Math.round(measures.width * scale))),
        height: String(Math.round(measures.height * scale)),
      }
    : {};
  return { src, alt: stripInvisible(alt).trim() || 'Picture', ...room, loading: 'lazy', decoding: 'async' };
}

function linkAttributes(href: string, surface: Surface): sanitizeHtml.Attributes {
  if (!isSafeHref(href)) return {};
  const isLocal = href.startsWith('/') || href.startsWith('#');
  if (isDocumentHref(href) && surface.kind !== 'mail')
    return { href, download: 'document.pdf', rel: 'noopener' };
  const beside: sanitizeHtml.Attributes =
    surface.kind === 'frame' && !href.startsWith('#') ? { target: '_blank' } : {};
  if (!isLocal) return { href, rel: 'nofollow ugc noopener', ...beside };
  if (surface.kind !== 'mail') return { href, rel: 'noopener', ...beside };
  // A fragment points into a page that a mail does not have.
  return href.startsWith('#') ? {} : { href: surface.siteUrl + href, rel: 'noopener' };
}

/** The last step, on the whole tree; nothing may be added to its result. */
function sanitizer(surface: Surface): sanitizeHtml.IOptions {
  return {
    allowedTags: [...BLOCKS, ...'thead tbody tr br hr em strong s code a img'.split(' ')],
    allowedAttributes: {
      '*': ['dir'],
      a: ['href', 'rel', 'download', ...(surface.kind === 'frame' ? ['target'] : [])],
      img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
      ol: ['start'],
      pre: ['tabindex'],
      th: [{ name: 'align', values: ['left', 'center', 'right'] }],
      td: [{ name: 'align', values: ['left', 'center', 'right'] }],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: MAX_DEPTH,
    transformTags: { '*': transform(surface) },
    // Entities (&#8238;) become characters only while parsing, so the invisible ones are taken out here once more.
    textFilter: (escaped) => clipCombiningMarks(stripInvisible(escaped)),
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  };
}
const forPages = sanitizer({ kind: 'page' });
const forReplies = sanitizer({ kind: 'reply' });
const forFrames = sanitizer({ kind: 'frame' });

function prepare(source: string): string {
  return cleanText(source.length > MAX_SOURCE ? `${source.slice(0, MAX_SOURCE)}…` : source);
}

/**
 * The HTML of a text that someone wrote, safe to put into a page as it is. The only place where user text becomes HTML.
 * Links carry rel="nofollow ugc noopener", pictures are shown from /uploads/ only, headings begin at h3. Results are kept
 * by the hash of the source: the same post is rendered once, not once a reader.
 */
export function renderMarkdown(source: string): string {
  return keptHtml('page', source, forPages);
}

/** The same HTML for a reply in its thread: what its writer made a heading stands below the reply's own, at h4. */
export function renderReplyMarkdown(source: string): string {
  return keptHtml('reply', source, forReplies);
}

/** The same HTML for a page in a frame: every link that leaves the page opens in a new tab. */
export function renderMarkdownForFrame(source: string): string {
  return keptHtml('frame', source, forFrames);
}

function keptHtml(kind: 'page' | 'reply' | 'frame', source: string, options: sanitizeHtml.IOptions): string {
  const key = kind + createHash('sha256').update(source).digest('base64');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(md.render(prepare(source), {}), options);
  cache.set(key, html);
  return html;
}

/** The same HTML for a mail: addresses absolute on `siteUrl` ('https://help.example.com'), pictures as links. */
export function renderMarkdownForMail(source: string, siteUrl: string): string {
  const surface: Surface = { kind: 'mail', siteUrl: siteUrl.replace(/\/+$/, '') };
  return sanitizeHtml(md.render(prepare(source), { surface: 'mail' }), sanitizer(surface));
}

/**
 * What a reader sees, as plain text: no Markdown signs, entities decoded, one line a block; items of a list have their
 * number or a dot, cells of a table a dot between them, so that they stay apart where it all becomes one line. With `maxChars` (counted in
 * UTF-16 units, as JavaScript does) it is cut after a whole word and ends with '…'. For snippets, feeds, search, mail text.
 */
export function plainText(source: string, maxChars?: number): string {
  let out = '';
  let isFirstCell = false;
  for (const token of md.parse(prepare(source), {})) {
    if (token.type === 'inline') out += textOfTokens(token.children ?? []);
    else if (token.type === 'fence' || token.type === 'code_block') out += `${token.content}\n`;
    else if (token.type === 'list_item_open') out += token.info ? `${token.info}${token.markup} ` : '• ';
    else if (token.type === 'tr_open') isFirstCell = true;
    else if (token.type === 'th_open' || token.type === 'td_open') {
      out += isFirstCell ? '' : ' · ';
      isFirstCell = false;
    } else if (token.type === 'th_close' || token.type === 'td_close') continue;
    else if (token.nesting === -1) out += '\n';
  }
  const text = clipCombiningMarks(stripInvisible(out))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  return maxChars === undefined ? text : cutAtWord(text, maxChars);
}

/** A plain text of at most so many UTF-16 units: whole words, '…' where something is left out. */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  if (maxChars < 1) return '';
  // One character is for the '…'. A word that goes on past the cut goes as a whole.
  const room = text.slice(0, maxChars - 1);
  const endsWord = /\s/.test(text.charAt(maxChars - 1));
  const wordEnd = endsWord ? room.length : room.search(/\s\S*$/);
  // A text without a blank (one long word, or a script that has none) is cut between whole characters instead.
  const cut = wordEnd > 0 ? room.slice(0, wordEnd) : text.slice(0, startOfCharacter(text, room.length));
  return `${cut.trimEnd()}…`;
}
