'use server';

import { reviewAnswer } from '@/lib/forum/solutions/review-answer';
import { ReviewAnswer, reviewWords } from '@/lib/forum/solutions/schema';
import { dismissFlags } from '@/lib/moderation/dismiss-flags';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import {
  alreadyWords,
  DismissFlags,
  HidePost,
  type Moderated,
  moderationWords,
  RestorePost,
} from '@/lib/moderation/schema';
import { helperAction } from '@/lib/web/action';

/** The list as it is now; where somebody else was first, it stays for once and says so at the button. */
function onTheList({ already }: Moderated) {
  return already ? { message: alreadyWords(already) } : { refresh: '/desk/moderation' };
}

export const hideFlaggedAction = helperAction({
  schema: HidePost,
  limit: 'desk',
  run: hidePost,
  words: moderationWords,
  after: onTheList,
});

export const dismissFlagsAction = helperAction({
  schema: DismissFlags,
  limit: 'desk',
  run: dismissFlags,
  words: moderationWords,
  after: onTheList,
});

export const restoreHiddenAction = helperAction({
  schema: RestorePost,
  limit: 'desk',
  run: restorePost,
  words: moderationWords,
  after: onTheList,
});

export const reviewListedAnswerAction = helperAction({
  schema: ReviewAnswer,
  limit: 'desk',
  run: reviewAnswer,
  words: reviewWords,
  after: () => ({ refresh: '/desk/moderation/answers' }),
});
