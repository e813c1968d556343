import { z } from 'zod';
import { cleanLine } from '@/lib/text';

/** A category that is always there, so that nothing needs one to be made first (product.md). */
export const GENERAL_SLUG = 'general';
export const GENERAL_NAME = 'General';
/** Addresses below /forum that mean something else. */
export const RESERVED_SLUGS: readonly string[] = ['new', 'tags', 'feed'];
/** Fits a card's heading in two lines on a phone. */
export const CATEGORY_NAME_MAX = 60;
export const CATEGORY_SLUG_MAX = 60;
export const CATEGORY_DESCRIPTION_MAX = 200;

export const CategoryName = z
  .string({ error: 'Give the category a name.' })
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(2, 'Give the category a name of at least 2 characters.')
      .max(CATEGORY_NAME_MAX, `Use at most ${CATEGORY_NAME_MAX} characters for the name.`),
  );

const Description = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().max(CATEGORY_DESCRIPTION_MAX, `Use at most ${CATEGORY_DESCRIPTION_MAX} characters.`))
  .default('');

export const AddCategory = z.strictObject({ name: CategoryName, description: Description });
export type AddCategory = z.infer<typeof AddCategory>;

export const RenameCategory = z.strictObject({
  id: z.string().max(64),
  name: CategoryName,
  description: Description,
});
export type RenameCategory = z.infer<typeof RenameCategory>;

/** Far more categories than a list can have; a place beyond its end is the end. */
const POSITION_MAX = 10_000;
const WRONG_PLACE = 'Give a place in the list as a whole number.';

/** Where a category is to stand, 0 the first; forms send it as text. */
export const MoveCategory = z.strictObject({
  id: z.string().max(64),
  position: z
    .string({ error: WRONG_PLACE })
    .regex(/^\d{1,5}$/, WRONG_PLACE)
    .transform(Number)
    .pipe(z.number().max(POSITION_MAX, WRONG_PLACE)),
});
export type MoveCategory = z.infer<typeof MoveCategory>;

export type MoveReason = 'not-allowed' | 'not-found';
export type CategoryReason = MoveReason | 'name-taken';
export const categoryWords: Record<CategoryReason, string> = {
  'not-allowed': 'Only the owner of this shop can change the categories.',
  'not-found': 'This category does not exist any more. Reload the page to see the current list.',
  'name-taken': 'There is already a category with this name. Choose another name.',
};
