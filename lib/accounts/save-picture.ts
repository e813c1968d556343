import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { attachUploads } from '@/lib/uploads/attach-uploads';
import { makeSquare } from '@/lib/uploads/make-square';
import { type StoreReason, storeWords } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';

export type PictureReason = StoreReason | 'no-picture';
export const pictureWords: Record<PictureReason, string> = {
  ...storeWords,
  'no-picture': 'Choose a picture first: JPEG, PNG, WebP or GIF.',
};

/** Sets one's own picture from the file of a form, cut to a small square: a page shows thirty of them. What was there before goes with the next
 * tidying. */
export async function savePicture(form: FormData, actor: Actor): Promise<Outcome<object, PictureReason>> {
  const file = form.get('picture');
  if (!(file instanceof File) || file.size === 0)
    return { ok: false, reason: 'no-picture', field: 'picture' };
  const who = { actorId: actor.id, holder: null };
  const square = await makeSquare(Buffer.from(await file.arrayBuffer()));
  if (!square.ok) {
    const reason = square.reason === 'not-a-picture' ? 'no-picture' : square.reason;
    return { ok: false, reason, field: 'picture' };
  }
  const stored = await storeUpload({ bytes: square.bytes, name: file.name }, who);
  if (!stored.ok) return { ok: false, reason: stored.reason, field: 'picture' };
  const fileName = stored.upload.url.split('/').at(-1) ?? '';
  await transaction((tx) => attachUploads(tx, { personId: actor.id }, [fileName], who));
  return { ok: true };
}

/** Goes back to the picture that is drawn from the name. */
export async function removePicture(actor: Actor): Promise<Outcome<object, never>> {
  const who = { actorId: actor.id, holder: null };
  await transaction((tx) => attachUploads(tx, { personId: actor.id }, [], who));
  return { ok: true };
}
