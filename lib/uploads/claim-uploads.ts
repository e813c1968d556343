import { db } from '@/lib/db/client';

/** At sign-in the files a browser gave before become the person's, so that the text that names them may keep them. */
export async function claimUploads(holder: string, personId: string): Promise<void> {
  await db.upload.updateMany({ where: { holder, ownerId: null }, data: { ownerId: personId, holder: null } });
}
