import sharp from 'sharp';
import { inTurn } from '@/lib/uploads/in-turn';
import { remakePicture } from '@/lib/uploads/remake-picture';
import { formatOf } from '@/lib/uploads/rules';
import { FILE_MAX } from '@/lib/uploads/schema';

/** A face is shown at 64 pixels at most, on sharp screens at three times that. */
const SIDE = 192;

type Square = { ok: true; bytes: Buffer } | { ok: false; reason: SquareReason };
export type SquareReason =
  | 'empty'
  | 'too-large'
  | 'not-accepted'
  | 'not-a-picture'
  | 'broken'
  | 'too-many-pixels';

/** Makes the small square that stands beside a name, from the middle of a picture. A page shows thirty of them, so they
 * are not the photo itself made small by the browser. A moving picture stands still. */
export async function makeSquare(given: Buffer): Promise<Square> {
  if (given.length === 0) return { ok: false, reason: 'empty' };
  if (given.length > FILE_MAX) return { ok: false, reason: 'too-large' };
  const format = formatOf(given);
  if (format === null) return { ok: false, reason: 'not-accepted' };
  if (format === 'pdf') return { ok: false, reason: 'not-a-picture' };
  return inTurn(async () => {
    const remade = await remakePicture(given, format);
    if (!remade.ok) return remade;
    const bytes = await sharp(remade.bytes)
      .resize(SIDE, SIDE, { fit: 'cover' })
      .webp({ quality: 90 })
      .toBuffer();
    return { ok: true, bytes };
  });
}
