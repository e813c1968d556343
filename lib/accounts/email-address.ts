import { domainToASCII } from 'node:url';

/** RFC 5321: a path of 256 with its angle brackets leaves 254; the part before the @ has at most 64. */
export const MAX_EMAIL_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
/** Read at most this much: normalising may shorten a string, but no 600 characters become a 254-character address. */
const MAX_INPUT_LENGTH = 600;

/**
 * RFC 5322 dot-atom in ASCII, less `!`, `%` and the back-tick: the first two are old routing signs that a relay may
 * act upon (a!b, user%other@relay) and no provider hands them out.
 */
const LOCAL = /^[a-z0-9#$&'*+/=?^_{|}~-]+(?:\.[a-z0-9#$&'*+/=?^_{|}~-]+)*$/;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
/** Letters, digits, marks, dots and hyphens of any script: what may be handed to the IDN conversion. */
const DOMAIN_CHARACTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;
const INVISIBLE_OR_CONTROL = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/**
 * The one strict reading of an e-mail address: exactly one mailbox, in the form in which it is stored and compared, or null.
 *
 * Compatibility characters are normalised (NFKC) *before* anything is looked at, so that '＠' cannot become an '@' behind
 * the validation. Everything is lower-cased: every provider in use ignores case, and two accounts for one mailbox would be
 * worse than the theoretical loss. Local parts are ASCII only: internationalised ones need SMTPUTF8 along the whole way
 * and open a field of look-alikes; domains may be written in any script and are stored as punycode (`xn--`), where a
 * look-alike shows. Quotes, comments, display names, lists, address literals, trailing dots and controls are refused.
 */
export function parseEmail(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > MAX_INPUT_LENGTH) return null;
  if (INVISIBLE_OR_CONTROL.test(input)) return null;
  const text = input.normalize('NFKC').trim().toLowerCase();
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@')) return null;
  const local = text.slice(0, at);
  const written = text.slice(at + 1);
  if (local.length > MAX_LOCAL_LENGTH || !LOCAL.test(local)) return null;
  if (!DOMAIN_CHARACTERS.test(written)) return null;
  const domain = domainToASCII(written);
  if (!DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return address.length <= MAX_EMAIL_LENGTH ? address : null;
}

/** Enough for its owner to recognise, too little for others: 'ana@example.com' → 'a…@example.com'. For screens and logs. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '…';
  return `${[...email][0] ?? ''}…${email.slice(at)}`;
}
