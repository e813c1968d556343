'use server';

import { savePrivateDetails } from '@/lib/asking/save-private-details';
import { detailsWords, SaveDetails } from '@/lib/asking/schema';
import { userAction } from '@/lib/web/action';

export const saveDetailsAction = userAction({
  schema: SaveDetails,
  limit: 'post',
  run: savePrivateDetails,
  words: detailsWords,
  status: { 'not-found': 404, 'not-allowed': 403 },
  after: ({ href }) => ({ message: 'Saved. Only you and the shop see it.', refresh: href }),
});
