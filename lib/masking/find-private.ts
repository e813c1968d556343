import { digitRuns, type Group, type Run } from '@/lib/masking/digit-runs';
import { findIbans } from '@/lib/masking/ibans';

export type PrivateKind = 'email' | 'phone' | 'card' | 'iban' | 'order';
/** Something in a text that is nobody's business: what, and where it stands. */
export type Found = { kind: PrivateKind; start: number; end: number };

const EMAIL =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}/gu;
/** Addresses of pages, and of our own files: their digits are not telephones. */
const LINKS = /(?:https?:\/\/|www\.|\/uploads\/)[^\s<>"]{1,2000}/gi;
const CARD_DIGITS = { min: 13, max: 19 };
/** What card companies give out: Visa 4, Mastercard 51–55 and 22–27, Maestro 50, 56–58 and 6, American Express 34 and 37,
 * Diners and JCB the other 3s. */
const CARD = /^(?:4\d{12,18}|5[0-8]\d{11,17}|6\d{12,18}|2[2-7]\d{14}|3[47]\d{13}|3[05689]\d{12,14})$/;
/** Shorter order numbers are everyday numbers. */
const ORDER_KEY_MIN = 3;
const TELEPHONE_WORD =
  /(?:\b(?:tele?(?:ph|f)on|tel|phone|mobil|mobile|cell|handy|fax|whatsapp|call(?: me)?(?: on| at)?)\b[.:]?\s{0,3}(?:(?:is|no|nr|number|nummer|on|at)[.:]?\s{0,3})?\(?)$/i;

/** Finds what should not stand in public: e-mail addresses, telephone numbers, payment cards, account numbers and the
 * given order numbers, in the order of the text, none overlapping. Takes a time that grows with the text and no faster.
 * @param orderKeys order numbers as `orderNumberKey` folds them */
export function findPrivate(text: string, orderKeys: readonly string[] = []): Found[] {
  const links = [...text.matchAll(LINKS)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.length,
  }));
  const runs = digitRuns(text);
  const found: Found[] = [
    ...findIbans(text).map((place) => ({ kind: 'iban' as const, ...place })),
    ...runs.flatMap(cardsIn),
    ...[...text.matchAll(EMAIL)].map(({ index, 0: { length } }) => ({
      kind: 'email' as const,
      start: index,
      end: index + length,
    })),
    ...outside(
      links,
      runs.flatMap((run) => phoneIn(run, text)),
    ),
    ...outside(links, ordersIn(text, orderKeys)),
  ];
  return withoutOverlaps(found);
}

/** Whole groups only: a part of a longer number is no card. */
function cardsIn({ groups }: Run): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const card = cardFrom(groups, from);
    if (card === null) continue;
    found.push({ kind: 'card', start: groups[from]?.start ?? 0, end: groups[card]?.end ?? 0 });
    from = card;
  }
  return found;
}

/** @returns the last group of the longest card that begins with this one, or null */
function cardFrom(groups: readonly Group[], from: number): number | null {
  let digits = '';
  let last: number | null = null;
  for (let to = from; to < groups.length && digits.length < CARD_DIGITS.max; to += 1) {
    const next = groups[to]?.digits ?? '';
    if (digits.length + next.length > CARD_DIGITS.max) break;
    digits += next;
    if (digits.length >= CARD_DIGITS.min && CARD.test(digits) && isLuhn(digits)) last = to;
  }
  return last;
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

function phoneIn(run: Run, text: string): Found[] {
  const first = run.groups[0];
  const last = run.groups.at(-1);
  if (!first || !last || run.groups.length > 8) return [];
  const digits = run.groups.map((group) => group.digits).join('');
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  if (!looksLikePhone(run, digits, before, text.slice(first.end, first.end + 1))) return [];
  const lead = /(?:\+?\(|\(?\+|#)$/.exec(before)?.[0].length ?? 0;
  return [{ kind: 'phone', start: first.start - lead, end: last.end }];
}

function looksLikePhone({ groups, hasPlus }: Run, digits: string, before: string, next: string): boolean {
  const { length } = digits;
  if (hasPlus) return length >= 8 && length <= 15 && digits[0] !== '0';
  if (/^00[1-9]/.test(digits) && length >= 10 && length <= 17) return true;
  if (TELEPHONE_WORD.test(before)) return length >= 6 && length <= 15;
  const shape = groups.map((group) => group.digits.length).join('-');
  // North America: 555-123-4567, with or without the 1 of the country.
  if (/^(?:1-)?3-3-4$/.test(shape) && /^1?[2-9]/.test(digits)) return true;
  // With the 0 of a long distance, as most of Europe writes it: 030 1234567, 0171/1234567.
  const isNational = /^0[1-9]/.test(digits) && length >= 9 && length <= 12 && groups.length <= 6;
  const isSpaced = groups.length > 1 && (groups[0]?.digits.length ?? 0) >= 2 && next !== '.';
  return isNational && (isSpaced || (groups.length === 1 && length >= 10 && length <= 11));
}

function ordersIn(text: string, orderKeys: readonly string[]): Found[] {
  const keys = new Set(orderKeys.filter((key) => key.length >= ORDER_KEY_MIN));
  if (keys.size === 0) return [];
  const found: Found[] = [];
  for (const { index, 0: word } of text.matchAll(/#?[\p{L}\p{N}]+(?:[-_/][\p{L}\p{N}]+){0,5}/gu)) {
    const key = word
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    if (keys.has(key) && !isPrice(text, index, index + word.length))
      found.push({ kind: 'order', start: index, end: index + word.length });
  }
  return found;
}

const CURRENCY = '(?:[€$£¥]|EUR|USD|GBP|CHF)';
const PRICE_BEFORE = new RegExp(`${CURRENCY}\\s?$`);
const PRICE_AFTER = new RegExp(`^(?:[.,]\\d{2})?\\s?${CURRENCY}`);

function isPrice(text: string, start: number, end: number): boolean {
  return (
    PRICE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) || PRICE_AFTER.test(text.slice(end, end + 8))
  );
}

type Place = { start: number; end: number };

function outside(links: readonly Place[], found: Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  let link = 0;
  return sorted.filter(({ start, end }) => {
    while ((links[link]?.end ?? Number.POSITIVE_INFINITY) <= start) link += 1;
    return end <= (links[link]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** What is always hidden comes first, then what stands first. */
const WEIGHT: Record<PrivateKind, number> = { card: 0, iban: 0, email: 1, phone: 2, order: 3 };

function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || WEIGHT[a.kind] - WEIGHT[b.kind])) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (WEIGHT[one.kind] < WEIGHT[last.kind]) kept[kept.length - 1] = one;
  }
  return kept;
}
