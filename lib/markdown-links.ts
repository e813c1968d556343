/**
 * Which addresses a user's text may point to. Everything not described here stays the text it was typed as.
 */

/** Absolute: http or https with a host and no user name before it (https://bank.example@evil.invalid is a disguise). */
const WEB = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i;
const MAILBOX = /^mailto:[^\s@<>"\\]+@[^\s@<>"\\]+$/i;
/** On this site: one slash and no second one, or a place on the page. */
const LOCAL = /^(?:\/(?![/\\])[^\s\\]*|#[^\s\\]*)$/;
const LOCAL_IMAGE = /^\/uploads\/[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them while reading an address
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/;
/** Nothing that people link to is longer, and the server would not take it. */
export const MAX_HREF_LENGTH = 2_000;

/** Whether a link may point there: http(s), a mailbox, or a path or fragment on this site; never '//host'. */
export function isSafeHref(href: string): boolean {
  if (href.length > MAX_HREF_LENGTH || CONTROLS.test(href)) return false;
  return WEB.test(href) || MAILBOX.test(href) || LOCAL.test(href);
}

/** Whether this is a picture of our own: only those are shown, the rest become links. */
export function isLocalImage(src: string): boolean {
  return src.length <= MAX_HREF_LENGTH && LOCAL_IMAGE.test(src) && !/\.pdf$/i.test(src);
}

/**
 * How an address is shown where it is its own text. Escapes are kept, and a host that mixes Latin with other letters is
 * shown as the punycode it is: 'аррӏе.com' (Cyrillic) must not read like the name it imitates. 'bücher.de' and 'пример.рф'
 * are of one alphabet and stay readable.
 */
export function shownUrl(url: string): string {
  const found = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(url);
  if (!found) return url;
  const [, scheme = '', host = '', rest = ''] = found;
  if (/^[\u0021-\u007E]*$/.test(host)) return url;
  const letters = host.replace(/[^\p{L}]/gu, '');
  const hasLatin = /\p{Script=Latin}/u.test(letters);
  const hasOther = /[^\p{Script=Latin}]/u.test(letters);
  if (!(hasLatin && hasOther)) return url;
  try {
    return scheme + new URL(url).host + rest;
  } catch {
    return url;
  }
}
