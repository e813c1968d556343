'use server';

import { describeTag } from '@/lib/forum/tags/describe-tag';
import { mergeTag } from '@/lib/forum/tags/merge-tag';
import { DescribeTag, MergeTag, tagWords } from '@/lib/forum/tags/schema';
import { helperAction } from '@/lib/web/action';

export const describeTagAction = helperAction({
  schema: DescribeTag,
  limit: 'desk',
  run: describeTag,
  words: tagWords,
  after: () => ({ message: 'Saved.', refresh: '/desk/tags' }),
});

export const mergeTagAction = helperAction({
  schema: MergeTag,
  limit: 'desk',
  run: mergeTag,
  words: tagWords,
  after: () => ({ message: 'Merged.', refresh: '/desk/tags' }),
});
