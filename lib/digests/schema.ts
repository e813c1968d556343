import { z } from 'zod';
import { cleanLine, cleanText } from '@/lib/text';

/** As for thread titles (defaults): 150 characters are two lines on a phone. */
export const DIGEST_TITLE_MAX = 150;
/** As for posts (defaults). */
export const DIGEST_BODY_MAX = 30_000;
/** One slot on the front page: more than seven problems is a list nobody reads (defaults). */
export const BLOCKS_MAX = 7;

function isCalendarDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** A calendar day in the owner's time zone: yyyy-mm-dd, and one that exists. */
export const DigestDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a date such as 2026-11-21.')
  .refine(isCalendarDate, 'There is no such day in the calendar.');

const Title = z
  .string({ error: 'Give the digest a title.' })
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(1, 'Give the digest a title.')
      .max(DIGEST_TITLE_MAX, `Use at most ${DIGEST_TITLE_MAX} characters for the title.`),
  );

const Body = z
  .string({ error: 'Write the digest.' })
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'Write at least a sentence.')
      .max(DIGEST_BODY_MAX, `Use at most ${DIGEST_BODY_MAX.toLocaleString('en')} characters.`),
  );

/** The words of a digest, Markdown in `body`. */
export const DigestText = z.strictObject({ title: Title, body: Body });
export type DigestText = z.infer<typeof DigestText>;

/** The words of a digest where leaving one out keeps what is there. `basedOn` is the `updatedAt` the editor started from. */
export const DigestChange = z.strictObject({
  title: Title.optional(),
  body: Body.optional(),
  basedOn: z.iso.datetime({ error: 'basedOn must be the updatedAt you started from.' }).optional(),
});
export type DigestChange = z.infer<typeof DigestChange>;

/** What the desk's form about one digest sends. */
export const DigestForm = z.strictObject({
  date: DigestDate,
  basedOn: z.iso.datetime().optional(),
  title: Title,
  body: Body,
  intent: z.enum(['save', 'publish', 'preview'], { error: 'Press one of the buttons.' }).default('save'),
});
export type DigestForm = z.infer<typeof DigestForm>;
/** What a button about one digest sends. */
export const DigestChoice = z.strictObject({ date: DigestDate });

export type DraftReason = 'not-allowed' | 'not-yet' | 'before-shop';
export type EditReason = 'not-allowed' | 'not-found' | 'changed-meanwhile';
export type PublishReason = DraftReason | 'changed-meanwhile' | 'mentions-hidden';

/** What a person reads when a digest command says no. */
export const digestWords: Record<DraftReason | EditReason | PublishReason, string> = {
  'not-allowed': 'Only the owner can do this; helpers prepare the draft.',
  'not-found': 'There is no digest for this day.',
  'not-yet': 'This day has not come yet in the time zone of the shop.',
  'before-shop': 'This day was before the shop began, so there is nothing to tell of it.',
  'mentions-hidden':
    'The text links to a thread or quotes a reply that visitors cannot see (hidden, reported, taken back, or the address is mistyped). Take that part out, then publish; your text is still here.',
  'changed-meanwhile':
    'Somebody saved this digest while you were writing. Your text is still below; look at the saved version in another tab, then save again to replace it.',
};
