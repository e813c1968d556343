'use server';

import { revalidatePath } from 'next/cache';
import { onThisThread } from '@/app/(site)/t/[id]/[slug]/on-this-thread';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import {
  duplicateWords,
  mergeWords,
  PointAtThread,
  SplitThread,
  splitWords,
  UnmarkDuplicate,
} from '@/lib/forum/curation/schema';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { unmarkDuplicate } from '@/lib/forum/curation/unmark-duplicate';
import { helperAction, userAction } from '@/lib/web/action';

export const markDuplicateAction = userAction({
  schema: PointAtThread,
  limit: 'vote',
  run: markDuplicate,
  words: duplicateWords,
  after: onThisThread,
});

export const unmarkDuplicateAction = userAction({
  schema: UnmarkDuplicate,
  limit: 'vote',
  run: unmarkDuplicate,
  words: duplicateWords,
  after: onThisThread,
});

export const mergeThreadsAction = helperAction({
  schema: PointAtThread,
  limit: 'desk',
  run: mergeThreads,
  words: mergeWords,
  after: ({ href }) => {
    revalidatePath(href);
    return { redirect: href };
  },
});

export const splitThreadAction = helperAction({
  schema: SplitThread,
  limit: 'desk',
  run: splitThread,
  words: splitWords,
  after: ({ href }) => {
    revalidatePath(href);
    return { redirect: href };
  },
});
