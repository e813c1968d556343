import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Glyphs, glyphsOf } from '@/lib/pictures/glyphs';
import { cleanText } from '@/lib/text';

export type FontName = 'regular' | 'bold';

/** The fonts are ours, so that a document looks alike on a server without any: Latin, Greek, Cyrillic, Hebrew, Arabic,
 * Armenian and Georgian letters. */
const FILES: Record<FontName, string> = {
  regular: path.resolve('lib/pictures/fonts/DejaVuSansCondensed.ttf'),
  bold: path.resolve('lib/pictures/fonts/DejaVuSansCondensed-Bold.ttf'),
};

type Font = { bytes: Buffer; glyphs: Glyphs };
const fonts = new Map<FontName, Font>();

/** A font's file, read once, and the characters it can draw. */
export function fontNamed(name: FontName): Font {
  const known = fonts.get(name);
  if (known) return known;
  const bytes = readFileSync(FILES[name]);
  const font = { bytes, glyphs: glyphsOf(bytes) };
  fonts.set(name, font);
  return font;
}

/** Stands for a character that the fonts lack (Chinese, emoji): it is seen that something is missing. */
export const MISSING = '□';
/** Marks of letters, joiners and selectors are left out where they are missing: they stand for nothing by themselves. */
const NOTHING_BY_ITSELF = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/** Whether both fonts can draw a character; asked of each many times. */
const drawable = new Map<number, boolean>();

function isDrawable(point: number): boolean {
  const known = drawable.get(point);
  if (known !== undefined) return known;
  const can = fontNamed('regular').glyphs.has(point) && fontNamed('bold').glyphs.has(point);
  drawable.set(point, can);
  return can;
}

/** A text as the fonts can draw it: without what only hides or reorders, and with a box for what is missing. */
export function printable(text: string): string {
  return [...cleanText(text).replaceAll('\t', ' ')]
    .map((character) => {
      if (character === '\n' || isDrawable(character.codePointAt(0) ?? 0)) return character;
      return NOTHING_BY_ITSELF.test(character) ? '' : MISSING;
    })
    .join('');
}
