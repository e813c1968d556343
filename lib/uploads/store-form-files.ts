import type { Outcome } from '@/lib/errors';
import { FORM_FILES_MAX, type StoredUpload, type StoreReason, type Uploader } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';

/** The files that a bare form sends in a field: `<input type="file" name="files" multiple>`. A browser sends an empty one for
 * an input that was left alone. */
export function filesOfForm(form: FormData, field: string): File[] {
  return form
    .getAll(field)
    .filter((entry): entry is File => typeof entry !== 'string' && (entry.size > 0 || entry.name !== ''));
}

/** Keeps the files of a form sent without script.
 * @returns what was kept, and what to add below the text that came with it: '' without files, else a line of Markdown for
 * each */
export async function storeFormFiles(
  form: FormData,
  who: Uploader,
  field = 'files',
): Promise<Outcome<{ markdown: string; uploads: StoredUpload[] }, StoreReason | 'too-many-files'>> {
  const files = filesOfForm(form, field);
  if (files.length > FORM_FILES_MAX) return { ok: false, reason: 'too-many-files', field };
  const uploads: StoredUpload[] = [];
  for (const file of files) {
    const stored = await storeUpload({ bytes: Buffer.from(await file.arrayBuffer()), name: file.name }, who);
    if (!stored.ok) return { ok: false, reason: stored.reason, field };
    uploads.push(stored.upload);
  }
  const lines = uploads.map(({ markdown }) => markdown);
  return { ok: true, uploads, markdown: lines.length === 0 ? '' : `\n\n${lines.join('\n\n')}` };
}
