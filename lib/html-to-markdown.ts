import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';
import {
  hasTags,
  isMostlyMarkdown,
  LINE,
  restoreMarkdown,
  shieldLines,
  shieldMarkdown,
  tidyTags,
  unwrapAutolinks,
} from '@/lib/html-in-markdown';

/** Elements inside each other that are followed; the rest of a deeper tree keeps its text. The converter recurses. */
const MAX_DEPTH = 40;

const KEPT =
  'p div section article blockquote pre ul ol li h1 h2 h3 h4 h5 h6 hr br table thead tbody tfoot tr th td a img b strong i em s strike del code'.split(
    ' ',
  );
/** Elements whose text is not for readers. */
const DROPPED =
  'script style noscript template textarea select option iframe object svg math xmp title'.split(' ');

const cleaning: sanitizeHtml.IOptions = {
  allowedTags: KEPT,
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: DROPPED,
  nestingLimit: MAX_DEPTH,
  // A picture inside its own text (data:) has lost its source by now and would only leave an empty sign.
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
};

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    // Our renderer breaks the line where the source does.
    br: '',
  });
  service.addRule('struck', {
    filter: ['s', 'del', 'strike' as 'del'],
    replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
  });
  // The converter's own rule looks for each item's place among its siblings, which is quadratic; items come in order.
  const counted = new WeakMap<object, number>();
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node) => {
      const list = node.parentNode;
      const start = list?.nodeName === 'OL' ? Number((list as Element).getAttribute('start') ?? 1) : null;
      const before = (list && counted.get(list)) ?? 0;
      if (list) counted.set(list, before + 1);
      const mark = start === null ? '- ' : `${start + before}. `;
      const text = content.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
      return `${mark}${text}${node.nextSibling ? '\n' : ''}`;
    },
  });
  service.addRule('preformatted', {
    filter: 'pre',
    replacement: (_, node) => {
      const text = (node.textContent ?? '').replaceAll(LINE, '\n').replace(/^\n|\s+$/g, '');
      const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
      const fence = '`'.repeat(longest + 1);
      return text === '' ? '' : `\n\n${fence}\n${text}\n${fence}\n\n`;
    },
  });
  service.addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) =>
      ` ${content
        .replace(/\s*\n\s*/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|')
        .trim()} |`,
  });
  service.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => {
      const row = `|${content.replace(/\n/g, '')}\n`;
      const isFirst = node.previousSibling === null && node.parentNode?.previousSibling === null;
      const cells = node.childNodes.length;
      return isFirst ? `${row}|${' --- |'.repeat(cells)}\n` : row;
    },
  });
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });
  return service;
}

const forHtml = converter();
/** In a text that is Markdown already, its signs mean what they say. */
const forMarkdown = converter();
forMarkdown.escape = (text) => text;

function convert(html: string, service: TurndownService): string {
  const clean = sanitizeHtml(html, cleaning)
    // Space between the parts of a table would count as siblings of its rows.
    .replace(
      /(<\/?(?:table|thead|tbody|tfoot|tr|td|th)>)\s+(?=<\/?(?:table|thead|tbody|tfoot|tr|td|th)>)/g,
      '$1',
    );
  return service.turndown(clean);
}

/**
 * Text from elsewhere as Markdown, for importers. HTML is converted: its structure, links and pictures stay, scripts,
 * styles and forms go, broken markup is read as a browser would. Markdown with a few tags in it keeps its Markdown and
 * only the tags are converted. Anything else comes back unchanged. What comes out is ordinary user text and is rendered
 * like it: safety is the renderer's. Linear work; does not shorten.
 */
export function htmlToMarkdown(input: string): string {
  if (!input.includes('<')) return input;
  const shielded = shieldMarkdown(input);
  if (!hasTags(shielded)) return input;
  if (!isMostlyMarkdown(shielded)) return convert(tidyTags(unwrapAutolinks(input)), forHtml);
  return restoreMarkdown(convert(shieldLines(tidyTags(shielded.text)), forMarkdown), shielded);
}
