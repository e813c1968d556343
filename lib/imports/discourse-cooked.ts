import sanitizeHtml from 'sanitize-html';
import { htmlToMarkdown } from '@/lib/html-to-markdown';

/** What Discourse puts around the words of a post: the quoted one's picture, the size below an image, buttons. */
const FURNITURE = /(^|\s)(avatar|meta|quote-controls|badge|expand)(\s|$)/;
/** Elements inside each other that are followed; no post that people wrote comes near. */
const DEPTH_MAX = 60;

/** The HTML of a Discourse post as Markdown: emoji pictures become their names, addresses whole.
 * @param from address of the forum; without it, a link to a place on it can only become text */
export function cookedToMarkdown(cooked: string, from: string | null): string {
  const whole = (address: string | undefined): string | undefined => {
    if (address?.startsWith('//')) return `https:${address}`;
    if (address?.startsWith('/')) return from === null ? undefined : from + address;
    return address;
  };
  const html = sanitizeHtml(cooked, {
    allowedTags: false,
    allowedAttributes: false,
    // What runs or draws goes later, in htmlToMarkdown; here only the furniture does.
    allowVulnerableTags: true,
    nestingLimit: DEPTH_MAX,
    exclusiveFilter: (frame) => FURNITURE.test(frame.attribs.class ?? ''),
    transformTags: {
      a: (tagName, { href, ...attribs }) => withAddress(tagName, 'href', whole(href), attribs),
      img: (tagName, { src, ...attribs }) =>
        /(^|\s)emoji(\s|$)/.test(attribs.class ?? '')
          ? { tagName: 'span', attribs: {}, text: attribs.title ?? attribs.alt ?? '' }
          : withAddress(tagName, 'src', whole(src), attribs),
    },
  });
  return htmlToMarkdown(html);
}

function withAddress(
  tagName: string,
  name: string,
  address: string | undefined,
  attribs: Record<string, string>,
): sanitizeHtml.Tag {
  return { tagName, attribs: address === undefined ? attribs : { ...attribs, [name]: address } };
}
