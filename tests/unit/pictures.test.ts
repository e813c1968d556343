import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { forThrowawayData } from '@/lib/config';
import { drawPicture } from '@/lib/pictures/draw-picture';
import { glyphsOf } from '@/lib/pictures/glyphs';
import { KEPT_MAX, keptPicture, pictureKey } from '@/lib/pictures/keep-picture';
import { beginningOf, drawableWords, isFromRight } from '@/lib/pictures/title-words';

const shop = { shopName: 'Lantern & Wool', accent: '#1b6fa8' };
const glyphs = glyphsOf(readFileSync('lib/pictures/fonts/DejaVuSansCondensed-Bold.ttf'));
const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
beforeAll(() => {
  forThrowawayData(folder);
});

const HOSTILE = [
  'Why does it <b>stop</b> & "start"?',
  'W'.repeat(150),
  'w '.repeat(75),
  '😀'.repeat(70),
  '﷽'.repeat(40),
  `Zalgo ${'e\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(20)}`,
  '\u202Eevil \u2066title\u2069 of the \u200Bkind',
  'مرحبا '.repeat(25),
  'שלום, why does it stop? '.repeat(6),
  '荷物が届きません'.repeat(15),
  '</span><span font="200">x',
  '\uD83D lone \u0000 surrogate &amp; &#x0;',
  '',
];

describe('the picture of a page', () => {
  test.each(HOSTILE)('is drawn whatever its title is: %j', async (title) => {
    const began = performance.now();
    const picture = await drawPicture({ ...shop, title });
    // Some 50 ms by itself; the bound is wide because tests run beside each other.
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(80_000);
  });

  test('says the title: another title is another picture, one that the font lacks is the site’s own', async () => {
    const own = await drawPicture({ ...shop, title: null });
    expect((await drawPicture({ ...shop, title: 'Why does it stop?' })).equals(own)).toBe(false);
    expect((await drawPicture({ ...shop, title: '荷物が届きません' })).equals(own)).toBe(true);
    expect((await drawPicture({ ...shop, accent: '#a8501b', title: null })).equals(own)).toBe(false);
  });

  test('is kept in the data folder, drawn once however many ask at the same moment', async () => {
    const facts = { ...shop, title: 'Asked by fifty at once?' };
    const pictures = await Promise.all(Array.from({ length: 50 }, () => keptPicture(facts)));
    const drawn = pictures.filter((picture) => picture !== null);
    expect(drawn.length).toBeGreaterThanOrEqual(20);
    expect(new Set(drawn.map((picture) => picture.toString('base64'))).size).toBe(1);
    expect(readdirSync(path.join(folder, 'pictures'))).toEqual([`${pictureKey(facts)}.png`]);
  });

  test('leaves room: the oldest go when there are too many', async () => {
    const place = path.join(folder, 'pictures');
    for (let index = 0; index < KEPT_MAX; index += 1)
      writeFileSync(path.join(place, `old-${index}.png`), 'x');
    // A new process counts what is there.
    const { keptPicture: fresh } = await importAgain();
    await fresh({ ...shop, title: 'One more' });
    const left = readdirSync(place);
    expect(left.length).toBeLessThanOrEqual(KEPT_MAX);
    expect(left).toContain(`${pictureKey({ ...shop, title: 'One more' })}.png`);
  });
});

async function importAgain(): Promise<{ keptPicture: typeof keptPicture }> {
  const { vi } = await import('vitest');
  vi.resetModules();
  const config = await import('@/lib/config');
  config.forThrowawayData(folder);
  return import('@/lib/pictures/keep-picture');
}

describe('the words of a title', () => {
  test('keep what the font has; a title that would lose its sense is given up', () => {
    expect(drawableWords('Größe  38 😀?', glyphs)).toBe('Größe 38 😀?');
    expect(drawableWords('Grüße 🫠 an alle', glyphs)).toBe('Grüße an alle');
    expect(drawableWords('荷物 arrived', glyphs)).toBeNull();
    expect(drawableWords('?!', glyphs)).toBeNull();
  });

  test('end at a word, and in the middle of one only when it fills the line', () => {
    expect(beginningOf('one two three four', 100)).toBe('one two three four');
    expect(beginningOf('one two three, four', 16)).toBe('one two three…');
    expect(beginningOf('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  test('are read from the right when their first letter is', () => {
    expect(isFromRight('38: שלום')).toBe(true);
    expect(isFromRight('Hello שלום')).toBe(false);
    expect(isFromRight('?!')).toBe(false);
  });
});
