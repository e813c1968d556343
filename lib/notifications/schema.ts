import { z } from 'zod';

/** What somebody can be told of, in the order of the settings page. */
export const KINDS = ['reply', 'mention', 'accepted', 'question', 'reopened', 'outdated'] as const;
export type Kind = (typeof KINDS)[number];

/** Why it is told to this person; the strongest one is kept. */
export type Reason = 'yours' | 'mention' | 'follow';

/** The ways to be told. */
export const WAYS = ['site', 'mail', 'push'] as const;
export type Way = (typeof WAYS)[number];
export type Choice = Record<Way, boolean>;
export type Choices = Record<Kind, Choice>;

/** A checkbox that is not ticked is not sent: what is missing is off. */
export const ChoicesForm = z
  .partialRecord(z.string().regex(/^[a-z]+\.(site|mail|push)$/), z.literal('on'))
  .transform(
    (ticked): Choices =>
      Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          Object.fromEntries(WAYS.map((way) => [way, ticked[`${kind}.${way}`] === 'on'])),
        ]),
      ) as Choices,
  );

export const NoFields = z.strictObject({});
