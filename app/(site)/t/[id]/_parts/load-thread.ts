import { cache } from 'react';
import { currentActor } from '@/lib/accounts/session';
import { threadPage } from '@/lib/forum/page-queries';

/** The thread as the person of this request may see it; asked once for the page and its metadata. */
export const loadThread = cache(async (id: string, page: number) => {
  const actor = await currentActor();
  return { actor, thread: await threadPage(id, actor, page) };
});
