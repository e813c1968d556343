import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatOf } from '@/lib/uploads/rules';
import { FILE_MAX, FILES_IN_TEXT_MAX, storeWords } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';

export type AttachmentPlace = {
  /** The folder beside the import file; nothing outside of it is read. */
  folder: string;
  /** The files become this person's: the owner's, who runs the import. */
  ownerId: string;
  /** Files are looked at and not kept. */
  dryRun: boolean;
};

type Taken = { markdown: string[]; notes: string[] };

/** Takes in the files of one post, pictures made anew like everybody's.
 * @param given `[{ file, name? }]` as the row has it, unchecked
 * @returns Markdown that shows them, and a sentence for each that was left out */
export async function takeInAttachments(given: unknown, place: AttachmentPlace): Promise<Taken> {
  const taken: Taken = { markdown: [], notes: [] };
  if (given === undefined || given === null) return taken;
  if (!Array.isArray(given)) return { markdown: [], notes: ['attachments are not a list'] };
  if (given.length > FILES_IN_TEXT_MAX)
    taken.notes.push(`only the first ${FILES_IN_TEXT_MAX} files are taken`);
  for (const one of given.slice(0, FILES_IN_TEXT_MAX)) {
    const { file, name } = asRecord(one);
    if (typeof file !== 'string' || file === '') {
      taken.notes.push('a file is left out: it has no "file"');
      continue;
    }
    const title = typeof name === 'string' && name !== '' ? name : path.basename(file);
    const result = await takeIn(file, title, place);
    if (result.ok) taken.markdown.push(...result.markdown);
    else taken.notes.push(`${file} is left out: ${result.reason}`);
  }
  return taken;
}

type Result = { ok: true; markdown: string[] } | { ok: false; reason: string };

async function takeIn(file: string, title: string, place: AttachmentPlace): Promise<Result> {
  const found = await insideOf(place.folder, file);
  if (found === null) return { ok: false, reason: 'there is no such file beside the import' };
  if ((await stat(found)).size > FILE_MAX) return { ok: false, reason: storeWords['too-large'] };
  const bytes = await readFile(found);
  if (place.dryRun) {
    const isFit = formatOf(bytes) !== null;
    return isFit ? { ok: true, markdown: [] } : { ok: false, reason: storeWords['not-accepted'] };
  }
  const who = { actorId: place.ownerId, holder: null };
  const stored = await storeUpload({ bytes, name: title }, who, { isCounted: false });
  return stored.ok
    ? { ok: true, markdown: [stored.upload.markdown] }
    : { ok: false, reason: storeWords[stored.reason] };
}

/** The file as it lies on the disk, unless the name (or a link) leads out of the folder. */
async function insideOf(folder: string, file: string): Promise<string | null> {
  try {
    const root = await realpath(folder);
    const found = await realpath(path.resolve(root, file));
    const isInside = found.startsWith(root + path.sep) && (await stat(found)).isFile();
    return isInside ? found : null;
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
