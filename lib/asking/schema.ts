import { z } from 'zod';
import { EmailInput, signInWords } from '@/lib/accounts/schema';
import { PRIVATE_FILES_MAX, readPrivateFiles, writePrivateFiles } from '@/lib/asking/private-files';
import { BODY_MAX, StartThread, type StartThreadReason, startThreadWords } from '@/lib/forum/schema';
import { cleanLine, cleanText } from '@/lib/text';

/** Shops number their orders in up to 20 signs; people write a few words around. */
export const ORDER_NUMBER_MAX = 60;
export const ADDRESS_MAX = 500;
export const NOTE_MAX = 2000;
/** A name and a title for each of a few more files than are taken, so that the refusal can say which words to change. */
const PRIVATE_FILES_LINES_MAX = 8000;

const few = (max: number) =>
  z
    .string()
    .max(max * 2, `Use at most ${max.toLocaleString('en')} characters.`)
    .transform(cleanText)
    .pipe(z.string().max(max, `Use at most ${max.toLocaleString('en')} characters.`))
    .default('');

/** Files for the shop alone, a line for each (`readPrivateFiles`). */
const PrivateFiles = z
  .string()
  .max(PRIVATE_FILES_LINES_MAX)
  .default('')
  .transform(readPrivateFiles)
  .refine(
    (files) => files.length <= PRIVATE_FILES_MAX,
    `Give the shop at most ${PRIVATE_FILES_MAX} files. Remove some of them.`,
  )
  .transform(writePrivateFiles);

/** What only the asker and the shop see of a question. */
export const Details = z.object({
  orderNumber: few(ORDER_NUMBER_MAX).transform(cleanLine),
  address: few(ADDRESS_MAX),
  note: few(NOTE_MAX),
  privateFiles: PrivateFiles,
});
export type Details = z.output<typeof Details>;

export const SaveDetails = z.strictObject({ threadId: z.string().min(1).max(64), ...Details.shape });
export type SaveDetails = z.output<typeof SaveDetails>;

/** The page's form: the question, who asks where nobody is signed in, and what to do with private words in it. */
export const AskQuestion = z.strictObject({
  ...StartThread.shape,
  ...Details.shape,
  email: EmailInput.optional(),
  /** The button: `hidden` and `written` answer the look at what would be hidden. */
  intent: z.enum(['ask', 'hidden', 'written']).catch('ask'),
  /** What is hidden goes to the shop. */
  forShop: z
    .literal('on')
    .optional()
    .transform((checked) => checked === 'on'),
});
export type AskQuestion = z.output<typeof AskQuestion>;

const Typed = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)
    .default('');

/** A question whose writer goes to sign in with a password: whatever stands in the form, finished or not. */
export const KeepQuestion = z.object({
  title: Typed(1000),
  body: Typed(BODY_MAX),
  category: Typed(100),
  tags: Typed(1000),
  orderNumber: Typed(ORDER_NUMBER_MAX),
  address: Typed(ADDRESS_MAX),
  note: Typed(NOTE_MAX),
  privateFiles: Typed(PRIVATE_FILES_LINES_MAX),
});

/** A question that waits for the proof of an address, as it is kept. */
export const Waiting = StartThread.extend({
  details: Details,
  /** The draft of the browser that it was sent from, which is done with once it is posted. */
  draft: z.object({ holder: z.templateLiteral(['browser:', z.string()]), seq: z.number() }),
});
export type Waiting = z.output<typeof Waiting>;

export type AskReason = StartThreadReason | 'shows-private' | 'email-needed' | 'email-invalid';
export const askWords: Record<AskReason, string> = {
  ...startThreadWords,
  'email-needed': 'Give your e-mail address: your question is posted once you confirm it.',
  'email-invalid': signInWords['email-invalid'],
  'shows-private': 'Everybody can read this. Look below at what should perhaps not be public.',
};

/** Words for a reason in an address; null for anything else. */
export function refusalWords(reason: string | undefined): string | null {
  const known = Object.entries(startThreadWords).find(([name]) => name === reason);
  return known ? known[1].replace('{wait}', 'a while') : null;
}

export const detailsWords = {
  'not-found': 'This question is not there any more.',
  'not-allowed': 'Only who asked can change this.',
};
