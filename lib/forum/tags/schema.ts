import { z } from 'zod';
import { TAG_MAX, Tags } from '@/lib/forum/schema';
import { cleanLine } from '@/lib/text';

/** One or two sentences at the head of a tag's list. */
export const TAG_DESCRIPTION_MAX = 200;

const Id = z.string().max(64);

export const DescribeTag = z.strictObject({
  id: Id,
  name: Tags.refine(
    (names) => names.length === 1,
    `Give the tag one name of at most ${TAG_MAX} characters.`,
  ).transform(([name]) => name ?? ''),
  description: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(TAG_DESCRIPTION_MAX, `Use at most ${TAG_DESCRIPTION_MAX} characters.`))
    .default(''),
});
export type DescribeTag = z.output<typeof DescribeTag>;

export const MergeTag = z.strictObject({
  id: Id,
  into: z.string({ error: 'Choose a tag.' }).trim().min(1, 'Choose a tag.').max(100),
});
export type MergeTag = z.output<typeof MergeTag>;

export type TagReason = 'not-allowed' | 'not-found' | 'name-taken' | 'target-unknown';
export const tagWords: Record<TagReason, string> = {
  'not-allowed': 'Only the owner and the helpers of this shop can change tags.',
  'not-found': 'This tag does not exist any more. Reload the page to see the current list.',
  'name-taken': 'Another tag has this name. Merge the two instead.',
  'target-unknown': 'There is no other tag with this name.',
};
