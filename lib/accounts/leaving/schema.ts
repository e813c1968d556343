import { z } from 'zod';

/** Time to think again before an account is gone for good (defaults). */
export const UNDO_DAYS = 14;

/** The two forms of leaving: the texts stay as those of a former member, or they go as well. */
export const DeletionForm = z.strictObject({
  texts: z.enum(['keep', 'remove'], { error: 'Choose what happens to what you wrote.' }),
  password: z.string().max(1000, 'Enter your password.').optional(),
  sure: z.literal('on', { error: 'Tick the box if you mean it.' }),
});
export type DeletionForm = z.infer<typeof DeletionForm>;

export type DeletionReason = 'owner' | 'wrong' | 'too-many';
export const deletionWords: Record<DeletionReason, string> = {
  owner: 'The owner’s account cannot be deleted: somebody has to keep the shop.',
  wrong: 'This is not your current password.',
  'too-many': 'That was too often. Please wait a quarter of an hour and try again.',
};

/** What stands where a removed text was. */
export const REMOVED_TEXT = '*Removed by its author, who has left.*';
export const REMOVED_TITLE = 'A removed question';
