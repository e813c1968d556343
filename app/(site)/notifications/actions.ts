'use server';

import { revalidatePath } from 'next/cache';
import { markAllRead } from '@/lib/notifications/mark-read';
import { NoFields } from '@/lib/notifications/schema';
import { userAction } from '@/lib/web/action';

export const markAllReadAction = userAction({
  schema: NoFields,
  limit: 'vote',
  run: (_input, actor) => markAllRead(actor),
  words: {},
  after: () => {
    revalidatePath('/', 'layout');
    return {};
  },
});
