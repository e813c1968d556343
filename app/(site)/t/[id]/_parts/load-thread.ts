import { cache } from 'react';
import type { Actor } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { privateDetails } from '@/lib/asking/queries';
import { type ThreadPage, threadPage } from '@/lib/forum/page-queries';
import { possibleDuplicates } from '@/lib/search/similar-answers';

/** The thread as the person of this request may see it; asked once for the page and its metadata. */
export const loadThread = cache(async (id: string, page: number) => {
  const actor = await currentActor();
  return { actor, thread: await threadPage(id, actor, page) };
});

/** What only the asker and the staff see of the question; shown in two places of the page, asked once. */
export const loadDetails = cache(privateDetails);

/** What may be the same question, for the staff; shown in two places of the page, asked once. */
export const loadDuplicates = cache(async ({ id, title, body, can }: ThreadPage, actor: Actor | null) =>
  can.moderate ? possibleDuplicates({ id, title, body }, actor) : [],
);
