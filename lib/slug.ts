import { clipCombiningMarks } from '@/lib/text';

/** What a title without a single letter or digit is called in addresses; the id beside it tells threads apart. */
export const EMPTY_SLUG = 'untitled';

/** Latin letters that Unicode does not take apart into a base letter and an accent. */
const LETTER_PAIRS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
};

/**
 * The readable part of an address: 'Où est mon colis ?' → 'ou-est-mon-colis'. Latin loses its accents, every other
 * script stays as it is (browsers show it; encodeURIComponent is the caller's). At most `max` characters, cut at a word
 * where there is one, never empty, no hyphen at either end.
 */
export function slugify(title: string, max = 80): string {
  // Bounds the work on hostile titles: nothing beyond a few times `max` can matter.
  const start = clipCombiningMarks(title.slice(0, max * 8)).normalize('NFKD');
  const words = start
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin}[\u0300-\u036F]*)[\u0300-\u036F]/gu, '')
    .replace(/[ßæœøłđðþħŧı]/g, (letter) => LETTER_PAIRS[letter] ?? letter)
    .replace(/['’ʼ]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}]+|[\u115F\u1160]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return cutAtWord(words, max) || EMPTY_SLUG;
}

function cutAtWord(words: string, max: number): string {
  const points = [...words];
  if (points.length <= max) return words;
  const cut = points.slice(0, max).join('');
  const lastBreak = cut.lastIndexOf('-');
  // A word boundary in the last half is worth keeping whole words for; before that too much would be lost.
  const endsWord = points[max] === '-';
  return (endsWord || lastBreak < cut.length / 2 ? cut : cut.slice(0, lastBreak)).replace(/-+$/, '');
}
