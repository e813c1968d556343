import { z } from 'zod';
import { cleanLine } from '@/lib/text';

/** Two or three sentences: enough to say what is wrong. */
export const REASON_MAX = 500;
const ID_MAX = 64;

const Id = z.string({ error: 'Give an id.' }).min(1, 'Give an id.').max(ID_MAX, 'This is not an id.');
/** Shown to the author of a hidden post; may be left out. */
const OptionalReason = z
  .string({ error: 'Write the reason as text.' })
  .max(REASON_MAX * 2, `Use at most ${REASON_MAX} characters.`)
  .transform(cleanLine)
  .pipe(z.string().max(REASON_MAX, `Use at most ${REASON_MAX} characters.`))
  .default('');

const PostKindName = z.enum(['thread', 'reply'], { error: 'Say "thread" or "reply".' });
export type PostKindName = z.output<typeof PostKindName>;

/** One post: a thread (its question with all below it) or a reply. */
export type PostRef = { kind: PostKindName; id: string };

export const HidePost = z.strictObject({ kind: PostKindName, id: Id, reason: OptionalReason });
export const RestorePost = z.strictObject({ kind: PostKindName, id: Id });
export const LockThread = z.strictObject({ threadId: Id, reason: OptionalReason });
export const UnlockThread = z.strictObject({ threadId: Id });
export const DismissFlags = z.strictObject({ kind: PostKindName, id: Id });

export const FlagPost = z.strictObject({
  targetType: PostKindName,
  targetId: Id,
  reason: z
    .string({ error: 'Say in a few words what is wrong.' })
    .max(REASON_MAX * 2, `Use at most ${REASON_MAX} characters.`)
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, 'Say in a few words what is wrong.')
        .max(REASON_MAX, `Use at most ${REASON_MAX} characters.`),
    ),
});
export type FlagPost = z.output<typeof FlagPost>;

/** Body of the API's hide and lock. */
export const ReasonInput = z.strictObject({ reason: OptionalReason }).optional();

export type ModerationReason = 'not-allowed' | 'not-found';
export const moderationWords: Record<ModerationReason, string> = {
  'not-allowed': 'Only the owner and the helpers of this shop can do this.',
  'not-found': 'This post does not exist.',
};

/** What had been done to a post when an act of the staff came and found nothing left to do. */
export type Already = {
  act: 'hidden' | 'shown' | 'dismissed';
  /** Who did it; null when nobody of the shop did. Only the staff reads this. */
  by: { name: string; isYou: boolean } | null;
};

/** What became of a post; `already` when that was so before, and this act changed nothing. */
export type Moderated = { threadId: string; already: Already | null };

const alreadyDone: Record<Already['act'], { plain: string; you: string; by: string }> = {
  hidden: {
    plain: 'This post was hidden already.',
    you: 'You have hidden this post already.',
    by: 'This post was hidden already, by {who}.',
  },
  shown: {
    plain: 'This post can be seen already.',
    you: 'You have shown this post again already.',
    by: 'This post was shown again already, by {who}.',
  },
  dismissed: {
    plain: 'The reports on this post were answered already.',
    you: 'You have answered the reports on this post already.',
    by: 'The reports on this post were answered already, by {who}.',
  },
};

/** What the second of two moderators reads. */
export function alreadyWords({ act, by }: Already): string {
  const words = alreadyDone[act];
  if (by === null) return words.plain;
  return by.isYou ? words.you : words.by.replace('{who}', () => by.name);
}

export type FlagReason = 'not-found' | 'own' | 'hidden';
export const flagWords: Record<FlagReason, string> = {
  'not-found': 'This post does not exist.',
  own: 'This is your own post; you can edit it instead.',
  hidden: 'The shop has hidden this post already.',
};
