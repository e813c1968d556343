import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf, StartError } from '@/lib/errors';

/** Makes a folder for data of ours, and the folders it is in; nothing when it is there already. Each is made by itself:
 * Node's `recursive` goes round for ever where the parent is there and still takes no folder (/proc, some network disks).
 * @throws StartError with one sentence when that cannot be */
export function makeDataFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeDataFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if (isFolder(folder)) return;
    throw new StartError(
      `DATA_DIR needs the folder ${folder}, which cannot be made (${messageOf(error)}); name one that this user may write, for example DATA_DIR=./data.`,
    );
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
