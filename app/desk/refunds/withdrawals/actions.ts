'use server';

import { markHandled } from '@/lib/refunds/withdrawal/mark-handled';
import { HandledForm, handledWords } from '@/lib/refunds/withdrawal/schema';
import { helperAction } from '@/lib/web/action';

export const markHandledAction = helperAction({
  schema: HandledForm,
  limit: 'desk',
  run: markHandled,
  words: handledWords,
  status: { 'not-found': 404 },
  after: () => ({ refresh: '/desk/refunds/withdrawals' }),
});
