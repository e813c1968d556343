import { z } from 'zod';

/** Why somebody follows a thread; 'chosen' is the button. */
export type FollowReason = 'asked' | 'replied' | 'me-too' | 'chosen';
export type PlaceKind = 'thread' | 'category' | 'tag';

const Id = z.string({ error: 'Give an id.' }).regex(/^[0-9a-z]{1,64}$/, 'This is not an id.');
const Switch = z.enum(['on', 'off'], { error: 'Say on or off.' }).transform((value) => value === 'on');

/** Following a thread, a category or a tag, or no longer. */
export const FollowPlace = z.strictObject({
  kind: z.enum(['thread', 'category', 'tag'], { error: 'This cannot be followed.' }),
  id: Id,
  follow: Switch,
});
export type FollowPlace = z.infer<typeof FollowPlace>;

/** Not hearing of what one person writes, or hearing of it again. */
export const MutePerson = z.strictObject({ personId: Id, mute: Switch });
export type MutePerson = z.infer<typeof MutePerson>;

/** Nobody reads of more places; whoever follows everything follows nothing. */
export const FOLLOWS_MAX = 1000;

export const followWords = {
  'not-found': 'This is not there any more. Load the page again.',
  'too-many': `You follow ${FOLLOWS_MAX} places already. Stop following one of them first.`,
};

export const muteWords = {
  'not-found': 'This person is not there any more. Load the page again.',
  own: 'You cannot mute yourself.',
};
