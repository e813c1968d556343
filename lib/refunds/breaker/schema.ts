import { z } from 'zod';

/** One tap approves what the owner has seen: everything that was asked for until then. */
export const ReleaseAllForm = z.strictObject({
  until: z.iso.datetime({ error: 'Load the page again.' }).transform((text) => new Date(text)),
});

export type ReleaseAllReason = 'not-allowed' | 'nothing-waits';
export const releaseAllWords: Record<ReleaseAllReason, string> = {
  'not-allowed': 'Only the owner can do this.',
  'nothing-waits': 'Nothing waits any more: somebody was faster.',
};

/** How many are approved by one tap; more than this is another tap. */
export const RELEASE_AT_MOST = 500;
