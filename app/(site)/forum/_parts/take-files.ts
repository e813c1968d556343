import { z } from 'zod';
import { readPrivateFiles, writePrivateFiles } from '@/lib/asking/private-files';
import { formFilesWords, storeStatus } from '@/lib/uploads/schema';
import { filesOfForm, storeFormFiles } from '@/lib/uploads/store-form-files';
import { publicAction } from '@/lib/web/action';
import { markBrowser } from '@/lib/web/browser-holder';
import { type FormState, IDLE } from '@/lib/web/form-state';

/** Pictures for everybody; shown below the text. */
const PUBLIC = 'files';
/** Files for the shop alone: chosen ones, and a line for each that was given before. */
const PRIVATE = 'privateFiles';
/** Boxes that take files for the shop out again. */
const DROPPED = 'dropFiles';

/** Makes words of the files that a form brings, before anything else looks at it, so that whatever is refused afterwards
 * comes back with them: pictures for everybody go below the text of `body`, those for the shop into `privateFiles`.
 * @returns the refusal of a file; null where the form may go on */
export async function takeFiles(form: FormData): Promise<FormState | null> {
  const hasFiles = [PUBLIC, PRIVATE].some((field) => filesOfForm(form, field).length > 0);
  const refusal = hasFiles ? await store(IDLE, form) : null;
  const dropped = new Set(form.getAll(DROPPED));
  form.delete(DROPPED);
  if (dropped.size > 0) {
    const kept = readPrivateFiles(textOf(form, PRIVATE)).filter(({ fileName }) => !dropped.has(fileName));
    form.set(PRIVATE, writePrivateFiles(kept));
  }
  return refusal?.status === 'error' ? refusal : null;
}

const store = publicAction({
  schema: z.looseObject({}),
  limit: 'upload',
  run: async (_fields, actor, form) => {
    const who = actor ? { actorId: actor.id, holder: null } : { actorId: null, holder: await markBrowser() };
    const shown = await storeFormFiles(form, who, PUBLIC);
    if (!shown.ok) return shown;
    form.delete(PUBLIC);
    if (shown.markdown !== '') form.set('body', textOf(form, 'body') + shown.markdown);
    const hidden = await storeFormFiles(form, who, PRIVATE);
    if (!hidden.ok) return hidden;
    if (hidden.uploads.length === 0) return { ok: true } as const;
    const more = hidden.uploads.map(({ url, title }) => ({ fileName: url.replace('/uploads/', ''), title }));
    form.set(PRIVATE, writePrivateFiles([...readPrivateFiles(textOf(form, PRIVATE)), ...more]));
    return { ok: true } as const;
  },
  words: formFilesWords,
  status: storeStatus,
  after: () => ({}),
});

/** What stands in a field, beside files of the same name. */
function textOf(form: FormData, field: string): string {
  return form.getAll(field).find((entry) => typeof entry === 'string') ?? '';
}
