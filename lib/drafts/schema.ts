import { z } from 'zod';
import { isId } from '@/lib/ids';

/** Who writes: a person, or the browser of somebody who has not signed in (a hash of its cookie). */
export type Holder = `person:${string}` | `browser:${string}`;

/** JSON of a form's fields, in characters: the longest question with every sign of it escaped once. */
export const FIELDS_MAX = 60_000;
/** More unfinished texts than this nobody comes back to; the oldest go. */
export const DRAFTS_MAX = 50;
/** Fields of one form. */
const FIELDS_COUNT = 20;
const SEQ_MAX = 1_000_000_000;

/** The forms that are kept: `new-thread`, and `reply:`, `edit-thread:` and `edit-reply:` with the id of the post. */
export const DraftKey = z.string().refine(isDraftKey, 'This is not a form whose text is kept.');

function isDraftKey(key: string): boolean {
  if (key === 'new-thread') return true;
  const [form = '', id, ...more] = key.split(':');
  return more.length === 0 && isId(id) && ['reply', 'edit-thread', 'edit-reply'].includes(form);
}

/** The form's fields by name, as typed. */
const Fields = z
  .record(z.string().max(50), z.string())
  .refine((fields) => Object.keys(fields).length <= FIELDS_COUNT, 'These are more fields than a form has.')
  .refine(
    (fields) => JSON.stringify(fields).length <= FIELDS_MAX,
    `A draft has at most ${FIELDS_MAX.toLocaleString('en')} characters.`,
  );

export const SaveDraft = z.strictObject({
  key: DraftKey,
  /** The number of the draft that this text continues: what the last save or read answered, 0 for none. */
  seq: z.number().int().min(0).max(SEQ_MAX),
  fields: Fields,
});
export type SaveDraft = z.output<typeof SaveDraft>;

export type Draft = { seq: number; fields: Record<string, string>; savedAt: Date };
