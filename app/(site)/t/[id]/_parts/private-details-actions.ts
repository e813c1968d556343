'use server';

import { takeFiles } from '@/app/(site)/forum/_parts/take-files';
import { savePrivateDetails } from '@/lib/asking/save-private-details';
import { detailsWords, SaveDetails } from '@/lib/asking/schema';
import { userAction } from '@/lib/web/action';
import type { FormState } from '@/lib/web/form-state';

/** Files that come with the form are kept first; then it is saved with them. */
export async function saveDetailsAction(state: FormState, form: FormData): Promise<FormState> {
  return (await takeFiles(form)) ?? save(state, form);
}

const save = userAction({
  schema: SaveDetails,
  limit: 'post',
  run: savePrivateDetails,
  words: detailsWords,
  status: { 'not-found': 404, 'not-allowed': 403 },
  after: ({ href }) => ({ message: 'Saved. Only you and the shop see it.', refresh: href }),
});
