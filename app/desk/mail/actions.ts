'use server';

import { z } from 'zod';
import { retryMail, retryMailWords } from '@/lib/mail/retry-mail';
import { ownerAction } from '@/lib/web/action';

export const retryMailAction = ownerAction({
  schema: z.strictObject({ id: z.string().min(1).max(64) }),
  limit: 'desk',
  run: ({ id }, actor) => retryMail(id, actor),
  words: retryMailWords,
  after: ({ id }) => ({ message: 'It is on its way again.', refresh: `/desk/mail/${id}` }),
});
