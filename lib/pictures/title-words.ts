import type { Glyphs } from '@/lib/pictures/glyphs';
import { cleanLine } from '@/lib/text';

/** What is read of a title; three lines hold less. */
const READ = 400;
/** Of the letters of a title, so many may be missing in the font before the rest no longer says what it is about. */
const MISSING_SHARE = 0.1;
const IS_LETTER = /[\p{L}\p{N}]/u;

/** A title as our font can draw it: signs that it lacks (emoji, mostly) are left out.
 * @returns null when too many of its letters are missing, or nothing is left */
export function drawableWords(title: string, glyphs: Glyphs): string | null {
  const clean = cleanLine(title.slice(0, READ));
  let letters = 0;
  let missing = 0;
  let words = '';
  for (const sign of clean) {
    const has = /\s/.test(sign) || glyphs.has(sign.codePointAt(0) ?? 0);
    if (IS_LETTER.test(sign)) {
      letters += 1;
      if (!has) missing += 1;
    }
    words += has ? sign : ' ';
  }
  const text = words.replace(/\s+/g, ' ').trim();
  return letters === 0 || missing > letters * MISSING_SHARE ? null : text;
}

/** The beginning of a text in whole words; a single word that is too long is cut. @param most characters */
export function beginningOf(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const head = signs.slice(0, most - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > most / 2 ? head.slice(0, space) : head).replace(/[\s,.;:–-]+$/u, '')}…`;
}

/** Whether a text is read from the right: its first letter decides, as it does in browsers. */
export function isFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
