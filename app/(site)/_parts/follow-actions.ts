'use server';

import { revalidatePath } from 'next/cache';
import { followPlace } from '@/lib/following/follow-place';
import { mutePerson } from '@/lib/following/mute-person';
import { FollowPlace, followWords, MutePerson, muteWords } from '@/lib/following/schema';
import { userAction } from '@/lib/web/action';

/** Follows a thread, a category or a tag, or stops; the button stands on several pages, and each shows the new state. */
export const followAction = userAction({
  schema: FollowPlace,
  limit: 'vote',
  run: followPlace,
  words: followWords,
  after: () => {
    revalidatePath('/', 'layout');
    return {};
  },
});

export const muteAction = userAction({
  schema: MutePerson,
  limit: 'vote',
  run: mutePerson,
  words: muteWords,
  after: () => {
    revalidatePath('/', 'layout');
    return {};
  },
});
