import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { accentVariables } from '@/lib/accent';
import { type Glyphs, glyphsOf } from '@/lib/pictures/glyphs';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures/picture-size';
import { beginningOf, drawableWords, isFromRight } from '@/lib/pictures/title-words';

/** What stands on a picture. Without a title, or with one that the font cannot draw, it is the site's own. */
export type PictureFacts = { shopName: string; accent: string; title: string | null };

/** The one font of the pictures is ours, so that they look alike on a server without any. */
const FONT_FILE = path.resolve('lib/pictures/fonts/DejaVuSansCondensed-Bold.ttf');
const FONT = 'DejaVu Sans Condensed Bold';
const PAGE = '#faf6ef';
const INK = '#2a221c';
const MARGIN = 84;
const TEXT_WIDTH = PICTURE_WIDTH - 2 * MARGIN;
const NAME_TOP = 88;
/** Room for three lines of the largest size, four of the smallest. */
const TITLE_TOP = 190;
const TITLE_HEIGHT = 330;
const TITLE_SIZES = [76, 64, 54];
const TITLE_MOST = 130;
/** Wide letters need more room than the usual ones: so much of the text is kept at each further try. */
const SHORTER = 0.6;
const TRIES = 5;

let glyphs: Glyphs | null = null;

/** The picture that networks show beside a link, as PNG. Nothing is fetched; whatever the title says, a picture comes out. */
export async function drawPicture({ shopName, accent, title }: PictureFacts): Promise<Buffer> {
  glyphs ??= glyphsOf(readFileSync(FONT_FILE));
  const colours = accentVariables(accent);
  const accentText = colours['--accent-text-light'] ?? INK;
  const fill = colours['--accent-fill-light'] ?? INK;
  const name = beginningOf(drawableWords(shopName, glyphs) ?? '', 40);
  const words = title === null ? null : drawableWords(title, glyphs);
  const text = words ?? (name === '' ? 'Help' : `${name} help`);
  const fromRight = isFromRight(text);
  const layers: OverlayOptions[] = [];
  if (name !== '') layers.push(await textLayer(name, 36, accentText, NAME_TOP, fromRight));
  layers.push(await titleLayer(text, fromRight));
  return sharp(Buffer.from(ground(fill, fromRight)))
    .composite(layers)
    .png({ palette: true, colours: 48, effort: 4 })
    .toBuffer();
}

/** A page with the accent along its edges; colours are hex, so nothing in here can be anything else than SVG of ours. */
function ground(fill: string, fromRight: boolean): string {
  const x = fromRight ? PICTURE_WIDTH - MARGIN - 120 : MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}">
<rect width="100%" height="100%" fill="${PAGE}"/><rect width="100%" height="20" fill="${fill}"/>
<rect x="${x}" y="548" width="120" height="10" rx="5" fill="${fill}"/></svg>`;
}

async function titleLayer(words: string, fromRight: boolean): Promise<OverlayOptions> {
  let text = beginningOf(words, TITLE_MOST);
  for (let attempt = 0; ; attempt += 1) {
    const size = TITLE_SIZES[Math.min(attempt, TITLE_SIZES.length - 1)] ?? 54;
    const layer = await textLayer(text, size, INK, TITLE_TOP, fromRight);
    if (layer.height <= TITLE_HEIGHT || attempt > TRIES) return layer;
    if (attempt >= TITLE_SIZES.length - 1) text = beginningOf(text, Math.ceil([...text].length * SHORTER));
  }
}

async function textLayer(
  text: string,
  size: number,
  colour: string,
  top: number,
  fromRight: boolean,
): Promise<OverlayOptions & { height: number }> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`,
      font: `${FONT} ${size}`,
      fontfile: FONT_FILE,
      width: TEXT_WIDTH,
      wrap: 'word-char',
      spacing: Math.round(size / 5),
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = fromRight ? PICTURE_WIDTH - MARGIN - info.width : MARGIN;
  // Room is for whole lines; what still sticks out after the last try is cut, as a layer has to fit the picture.
  const fits = info.height <= PICTURE_HEIGHT - top && info.width <= PICTURE_WIDTH;
  const input = fits
    ? data
    : await sharp(data).resize(TEXT_WIDTH, TITLE_HEIGHT, { fit: 'inside' }).toBuffer();
  return { input, left: fits ? Math.max(0, left) : MARGIN, top, height: info.height };
}

/** Text as Pango's markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
