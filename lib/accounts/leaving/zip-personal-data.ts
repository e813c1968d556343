import { readFile } from 'node:fs/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { ownFiles, personalData } from '@/lib/accounts/leaving/personal-data';
import type { Actor } from '@/lib/accounts/schema';
import { placeOf } from '@/lib/uploads/folder';

/** A person's data as a ZIP file, made while it is sent: `data.json`, and `files/` with what they uploaded, one file in
 * memory at a time. A file that has gone from the disk is left out; the list in `data.json` still names it. */
export async function* zipPersonalData(actor: Actor): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else ready.push(bytes);
  });
  const flush = function* () {
    if (failure) throw failure;
    yield* ready.splice(0);
  };
  const data = new ZipDeflate('data.json');
  zip.add(data);
  data.push(Buffer.from(JSON.stringify(await personalData(actor), null, 2)), true);
  yield* flush();
  for (const { fileName } of await ownFiles(actor.id)) {
    const bytes = await readFile(placeOf(fileName)).catch(() => null);
    if (!bytes) continue;
    // Pictures and PDF are compressed already.
    const file = new ZipPassThrough(`files/${fileName}`);
    zip.add(file);
    file.push(bytes, true);
    yield* flush();
  }
  zip.end();
  yield* flush();
}
