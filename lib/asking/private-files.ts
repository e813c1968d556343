import { isUploadName } from '@/lib/uploads/names';

/** The front and the back of a receipt, and what came with the parcel. */
export const PRIVATE_FILES_MAX = 5;

/** A file for the shop alone, as a form names it. */
export type PrivateFile = { fileName: string; title: string };

/** The files that a form's field `privateFiles` names: a line for each, its name and what it is called. Anything that is no
 * name of ours is dropped; whose they are, the command asks that attaches them. */
export function readPrivateFiles(lines: string): PrivateFile[] {
  const files = new Map<string, PrivateFile>();
  for (const line of lines.split(/\r?\n/)) {
    const [fileName = '', ...title] = line.trim().split(' ');
    if (isUploadName(fileName)) files.set(fileName, { fileName, title: title.join(' ') || fileName });
  }
  return [...files.values()];
}

/** The same as the field's value. */
export function writePrivateFiles(files: readonly PrivateFile[]): string {
  return files.map(({ fileName, title }) => `${fileName} ${title}`).join('\n');
}
