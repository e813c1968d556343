import { z } from 'zod';
import { StartThread } from '@/lib/forum/schema';
import { isId } from '@/lib/ids';

const Id = z.string({ error: 'Give an id.' }).min(1, 'Give an id.').max(64, 'This is not an id.');

/** The thread that an address or a bare id names, or null; whose site the address is of does not matter. */
export function threadIdIn(text: string): string | null {
  const named = /(?:^|\/)t\/([^/?#\s]+)/.exec(text)?.[1] ?? text;
  return isId(named) ? named : null;
}

/** The address of a thread, as copied from the browser, or its id. */
const Target = z
  .string({ error: 'Give the address of the other thread.' })
  .trim()
  .min(1, 'Give the address of the other thread.')
  .max(1000, 'This address is too long.')
  .transform(threadIdIn)
  .pipe(z.string({ error: 'This is not the address of a thread; it looks like /t/…' }));

export const PointAtThread = z.strictObject({ threadId: Id, target: Target });
export type PointAtThread = z.output<typeof PointAtThread>;
export const UnmarkDuplicate = z.strictObject({ threadId: Id });

/** As many replies as a few pages of a thread have. */
const SPLIT_MAX = 200;

/** Checkboxes of one name arrive as one text or as several. */
const replyIds = z
  .union([Id.transform((id) => [id]), z.array(Id)], { error: 'Choose the replies that go.' })
  .pipe(z.array(z.string()).min(1).max(SPLIT_MAX, `Choose at most ${SPLIT_MAX} replies.`));

export const SplitThread = z.strictObject({ threadId: Id, replyIds, title: StartThread.shape.title });
export type SplitThread = z.output<typeof SplitThread>;

export type PairReason = 'not-found' | 'not-allowed' | 'target-unknown' | 'target-hidden' | 'same';
const pairWords: Record<PairReason, string> = {
  'not-found': 'This thread does not exist.',
  'not-allowed': 'Only the shop can do this.',
  'target-unknown': 'There is no such thread. Copy the address of its page.',
  'target-hidden': 'That thread is hidden, so nobody could read on there. Show it again first.',
  same: 'Both are the same thread, or that one leads here already.',
};

export const duplicateWords: Record<PairReason, string> = {
  ...pairWords,
  'not-allowed': 'Only the person who asked and the shop can say that this is the same problem.',
};

export type MergeReason = PairReason | 'hidden';
export const mergeWords: Record<MergeReason, string> = {
  ...pairWords,
  hidden: 'This thread is hidden, and its posts would be seen in the other one. Show it again first.',
};

export type SplitReason = 'not-found' | 'not-allowed' | 'replies-unknown' | 'first-hidden';
export const splitWords: Record<SplitReason, string> = {
  'not-found': 'This thread does not exist.',
  'not-allowed': 'Only the shop can do this.',
  'replies-unknown': 'Not all of these replies are in this thread any more. Look again, then choose.',
  'first-hidden': 'The first of these replies is hidden and cannot be a question. Show it again first.',
};
