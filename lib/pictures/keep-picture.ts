import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@/lib/config';
import { makeDataFolder } from '@/lib/data-folder';
import { newId } from '@/lib/ids';
import { drawPicture, type PictureFacts } from '@/lib/pictures/draw-picture';

/** Raised when pictures look different from then on, so that kept ones are not served for new ones. */
const LOOK = 1;
/** Some 15 kB each: 1,000 of them are no burden on a disk, and more than networks ask for in a month. */
export const KEPT_MAX = 1_000;
/** So many go at once when there are too many, the oldest first; looking at the folder each time would cost more. */
const DROPPED_AT_ONCE = 200;
/** Drawing takes a core for a tenth of a second, one after the other; who comes with more waiting is told to come back. */
const WAITING_MAX = 20;

let drawing: Promise<unknown> = Promise.resolve();
let waiting = 0;
let kept: number | null = null;

/** Changes whenever the picture does: what it is kept under, and its ETag. */
export function pictureKey(facts: PictureFacts): string {
  const words = JSON.stringify([LOOK, facts.shopName, facts.accent, facts.title]);
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}

/** The picture from the data folder, drawn and put there when it is asked for the first time.
 * @returns null when too many others wait to be drawn */
export async function keptPicture(facts: PictureFacts): Promise<Buffer | null> {
  const folder = path.join(config().dataDir, 'pictures');
  const file = path.join(folder, `${pictureKey(facts)}.png`);
  const found = await readFile(file).catch(() => null);
  if (found) return found;
  if (waiting >= WAITING_MAX) return null;
  waiting += 1;
  const turn = drawing.then(
    async () => (await readFile(file).catch(() => null)) ?? draw(facts, folder, file),
  );
  drawing = turn.catch(() => null);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function draw(facts: PictureFacts, folder: string, file: string): Promise<Buffer> {
  const picture = await drawPicture(facts);
  makeDataFolder(folder);
  // Under another name first, so that nobody reads half a picture.
  const half = path.join(folder, `${newId()}.part`);
  await writeFile(half, picture, { mode: 0o600 });
  await rename(half, file);
  kept = kept === null ? (await readdir(folder)).length : kept + 1;
  if (kept > KEPT_MAX) kept = await dropOldest(folder);
  return picture;
}

/** @returns how many are left */
async function dropOldest(folder: string): Promise<number> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => {
      const at = await stat(path.join(folder, name)).catch(() => null);
      return { name, at: at?.mtimeMs ?? 0 };
    }),
  );
  dated.sort((a, b) => a.at - b.at);
  const goes = dated.slice(0, Math.max(DROPPED_AT_ONCE, dated.length - KEPT_MAX + DROPPED_AT_ONCE));
  for (const { name } of goes) await rm(path.join(folder, name), { force: true });
  return names.length - goes.length;
}
