import { PIXELS_MAX } from '@/lib/uploads/schema';

/** What makes the picture and its colours. Texts, times, EXIF and animations are left out before a decoder sees them: a
 * compressed text of a few KB may unpack to hundreds of megabytes. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'iCCP']);
/** Colour profiles of cameras and screens have 0.5 to 20 KB. */
const PROFILE_MAX = 64 * 1024;
const SIGNATURE = 8;
/** Length, type and checksum of a chunk. */
const FRAME = 12;

type Stripped = { ok: true; bytes: Buffer } | { ok: false; reason: 'broken' | 'too-many-pixels' };

/** A PNG without anything that is not the picture; what follows its end is dropped as well. */
export function stripPng(png: Buffer): Stripped {
  const parts = [png.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + FRAME <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const end = at + FRAME + length;
    if (end > png.length) break;
    if (parts.length === 1) {
      if (type !== 'IHDR' || length !== 13) break;
      if (png.readUInt32BE(at + 8) * png.readUInt32BE(at + 12) > PIXELS_MAX)
        return { ok: false, reason: 'too-many-pixels' };
    }
    if (KEPT.has(type) && !(type === 'iCCP' && length > PROFILE_MAX)) parts.push(png.subarray(at, end));
    if (type === 'IEND') return { ok: true, bytes: Buffer.concat(parts) };
    at = end;
  }
  return { ok: false, reason: 'broken' };
}
