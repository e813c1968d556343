import path from 'node:path';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { uploadForReader } from '@/lib/uploads/queries';
import { storeUpload } from '@/lib/uploads/store-upload';
import { aPicture } from '../../support/files';

export const folder = path.join(config().dataDir, 'uploads');

let made = 0;
/** A picture nobody has given before. */
export function aFreshPicture(): Promise<Buffer> {
  made += 1;
  return aPicture('png', `#${(made * 7919).toString(16).padStart(6, '0')}`);
}

export async function gives(who: Actor | string, bytes?: Buffer) {
  const giver = typeof who === 'string' ? { actorId: null, holder: who } : { actorId: who.id, holder: null };
  const stored = await storeUpload({ bytes: bytes ?? (await aFreshPicture()), name: 'lamp.png' }, giver);
  if (!stored.ok) throw new Error(stored.reason);
  const fileName = stored.upload.url.replace('/uploads/', '');
  return { ...stored.upload, fileName, place: path.join(folder, fileName) };
}

/** 'all', 'some' (this reader) or 'none'. */
export async function seenBy(fileName: string, actor: Actor | null, holder: string | null = null) {
  const file = await uploadForReader(fileName, async () => ({ actor, holder }));
  return file === null ? 'none' : file.isPublic ? 'all' : 'some';
}

export async function grow(fileName: string, ms: number): Promise<void> {
  await db.upload.update({ where: { fileName }, data: { createdAt: new Date(now().getTime() - ms) } });
}
