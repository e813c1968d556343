import sharp, { type Sharp } from 'sharp';
import { messageOf } from '@/lib/errors';
import type { FileFormat } from '@/lib/uploads/rules';
import { FILE_MAX, FRAMES_MAX, PIXELS_MAX, SIDE_MAX } from '@/lib/uploads/schema';
import { stripPng } from '@/lib/uploads/strip-png';

type PictureFormat = Exclude<FileFormat, 'pdf'>;
export type Remade = {
  ok: true;
  bytes: Buffer;
  ending: 'jpg' | 'png' | 'webp' | 'gif';
  width: number;
  height: number;
};
export type Unmade = { ok: false; reason: 'broken' | 'too-many-pixels' };

const ENDINGS = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif' } as const;
/** A decoder that is busy for longer was given something made to keep it busy. */
const SECONDS_MAX = 20;
/** A PNG above this is a photo: WebP shows the same in a tenth of it. */
const PNG_MAX = 3 * 1024 * 1024;

// The library knows some twenty decoders, and those for AVIF and TIFF have had holes of the worst kind. All are closed but
// the four we take, and SVG, which the site's own pictures are drawn with; no file from outside gets that far (formatOf).
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Svg'].map((decoder) => `VipsForeignLoad${decoder}`),
});
// Every picture is decoded once: keeping its parts would only hold memory.
sharp.cache(false);

/** Makes a new picture of what somebody gave: upright, at most 2560 pixels on its longer side, and with nothing in it but
 * pixels, so that neither a place (GPS) nor a program travels along. */
export async function remakePicture(given: Buffer, format: PictureFormat): Promise<Remade | Unmade> {
  let bytes = given;
  if (format === 'png') {
    const stripped = stripPng(given);
    if (!stripped.ok) return stripped;
    bytes = stripped.bytes;
  }
  try {
    return await remake(bytes, format);
  } catch (error) {
    return { ok: false, reason: /pixel limit/i.test(messageOf(error)) ? 'too-many-pixels' : 'broken' };
  }
}

const strict = { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true } as const;

async function remake(bytes: Buffer, format: PictureFormat): Promise<Remade | Unmade> {
  const facts = await sharp(bytes, strict).metadata();
  if (facts.format !== format) return { ok: false, reason: 'broken' };
  const frames = facts.pages ?? 1;
  const moves = frames > 1 && frames <= FRAMES_MAX && facts.width * facts.height * frames <= PIXELS_MAX;
  const picture = sharp(bytes, { ...strict, animated: moves })
    .timeout({ seconds: SECONDS_MAX })
    .autoOrient()
    .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await encode(picture, format).toBuffer({ resolveWithObject: true });
  const height = info.pageHeight ?? info.height;
  if (data.length <= (format === 'png' ? PNG_MAX : FILE_MAX))
    return { ok: true, bytes: data, ending: ENDINGS[format], width: info.width, height };
  const small = await sharp(data, { limitInputPixels: PIXELS_MAX }).webp({ quality: 85 }).toBuffer();
  return { ok: true, bytes: small, ending: 'webp', width: info.width, height };
}

function encode(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: 84, progressive: true });
  if (format === 'png') return picture.png({ compressionLevel: 8 });
  return format === 'webp' ? picture.webp({ quality: 84 }) : picture.gif({ effort: 4 });
}
