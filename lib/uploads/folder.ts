import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@/lib/config';
import { makeDataFolder } from '@/lib/data-folder';

/** A file that is not yet what it is to be. */
const UNFINISHED = '.new-';

function folder(): string {
  return path.join(config().dataDir, 'uploads');
}

/** Where the file of that name lies. @param fileName a name of ours (`isUploadName`), never a person's */
export function placeOf(fileName: string): string {
  return path.join(folder(), fileName);
}

/** Writes a file whole or not at all, for this user's eyes only. */
export async function writeUploadFile(fileName: string, bytes: Buffer): Promise<void> {
  makeDataFolder(folder());
  const unfinished = path.join(folder(), UNFINISHED + randomUUID());
  try {
    await writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx', flush: true });
    await rename(unfinished, placeOf(fileName));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

export async function removeUploadFile(fileName: string): Promise<void> {
  await rm(placeOf(fileName), { force: true });
}

/** Everything in the folder that was last written before `before`, and whether it was left unfinished. */
export async function filesBefore(before: Date): Promise<{ name: string; isUnfinished: boolean }[]> {
  const names = await readdir(folder()).catch(() => []);
  const found: { name: string; isUnfinished: boolean }[] = [];
  for (const name of names) {
    const facts = await stat(path.join(folder(), name)).catch(() => null);
    if (facts?.isFile() && facts.mtime < before)
      found.push({ name, isUnfinished: name.startsWith(UNFINISHED) });
  }
  return found;
}
