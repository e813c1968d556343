/** Which characters a TrueType font can draw, read from its `cmap` (OpenType 1.9, formats 4 and 12). */
export type Glyphs = { has(codePoint: number): boolean };

type Range = readonly [first: number, last: number];

/** @param font the bytes of a TrueType file
 * @throws Error when there is no table of Unicode characters in it */
export function glyphsOf(font: Buffer): Glyphs {
  const cmap = tableAt(font, 'cmap');
  const ranges: Range[] = [];
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const record = cmap + 4 + 8 * index;
    const isUnicode = font.readUInt16BE(record) === 0 || font.readUInt16BE(record) === 3;
    if (isUnicode) ranges.push(...rangesAt(font, cmap + font.readUInt32BE(record + 4)));
  }
  if (ranges.length === 0) throw new Error('The font has no table of Unicode characters.');
  return { has: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last) };
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}

function rangesAt(font: Buffer, at: number): Range[] {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    const count = font.readUInt32BE(at + 12);
    return Array.from({ length: count }, (_, index) => {
      const group = at + 16 + 12 * index;
      return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
    });
  }
  if (format !== 4) return [];
  const double = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + double + 2;
  return Array.from({ length: double / 2 }, (_, index) => {
    return [font.readUInt16BE(starts + 2 * index), font.readUInt16BE(ends + 2 * index)] as const;
  }).filter(([first]) => first !== 0xff_ff);
}
