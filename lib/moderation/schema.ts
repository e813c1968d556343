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

export type FlagReason = 'not-found' | 'own' | 'hidden';
export const flagWords: Record<FlagReason, string> = {
  'not-found': 'This post does not exist.',
  own: 'This is your own post; you can edit it instead.',
  hidden: 'The shop has hidden this post already.',
};
