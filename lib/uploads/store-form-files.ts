import type { Outcome } from '@/lib/errors';
import { FORM_FILES_MAX, type StoreReason, type Uploader } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';

/** The field of a bare form: `<input type="file" name="files" multiple>`. */
const FIELD = 'files';

/** Keeps the files of a form sent without script.
 * @returns what to add below the text that came with them: '' without files, else a line of Markdown for each */
export async function storeFormFiles(
  form: FormData,
  who: Uploader,
): Promise<Outcome<{ markdown: string }, StoreReason | 'too-many-files'>> {
  // A browser sends an empty file for an input that was left alone.
  const files = form
    .getAll(FIELD)
    .filter((entry): entry is File => typeof entry !== 'string' && (entry.size > 0 || entry.name !== ''));
  if (files.length > FORM_FILES_MAX) return { ok: false, reason: 'too-many-files', field: FIELD };
  const lines: string[] = [];
  for (const file of files) {
    const stored = await storeUpload({ bytes: Buffer.from(await file.arrayBuffer()), name: file.name }, who);
    if (!stored.ok) return { ok: false, reason: stored.reason, field: FIELD };
    lines.push(stored.upload.markdown);
  }
  return { ok: true, markdown: lines.length === 0 ? '' : `\n\n${lines.join('\n\n')}` };
}
