import { z } from 'zod';
import { type RequestRefundReason, requestRefundWords } from '@/lib/refunds/schema';

/** A note is a paragraph or a copied mail. */
export const NOTE_MAX = 2000;
/** What a buyer reads with a gesture or a refusal: a few sentences, which also stand in a mail. */
export const WORDS_MAX = 500;

/** `note` and `settled` are the staff's alone; the buyer reads the others. */
export const NOTE_KINDS = ['note', 'settled', 'goodwill', 'called-off'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
export const BUYER_READS: readonly NoteKind[] = ['goodwill', 'called-off'];

const Id = z.string().min(1).max(64);

export const NoteForm = z.strictObject({
  refundId: Id,
  text: z
    .string()
    .trim()
    .min(1, 'Write a few words.')
    .max(NOTE_MAX, `Please keep it under ${NOTE_MAX} characters.`),
});

const Words = z.string().trim().max(WORDS_MAX, `Please keep it under ${WORDS_MAX} characters.`);

export const CallOffForm = z.strictObject({
  refundId: Id,
  words: Words.min(1, 'Say why; the buyer reads it.'),
});

export const GoodwillForm = z.strictObject({
  refundId: Id,
  amount: z.string().trim().min(1, 'Write an amount, like 5.00.').max(40, 'Write the amount like 5.00.'),
  words: Words.default(''),
  /** The newest refund of the order when the form was drawn, so that two presses are one gesture. */
  lastSeq: z.coerce.number().int().min(1),
});

export type NoteReason = 'not-allowed' | 'not-found' | 'note-empty';
export const noteWords: Record<NoteReason, string> = {
  'not-allowed': 'Only the owner and helpers can do this.',
  'not-found': 'This refund does not exist.',
  'note-empty': 'Write a few words.',
};

export type CallOffReason = 'not-allowed' | 'not-found' | 'words-empty' | 'too-late';
export const callOffWords: Record<CallOffReason, string> = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This refund does not exist.',
  'words-empty': 'Say why; the buyer reads it.',
  'too-late': 'It is too late: the money has left, or somebody was faster. Load the page again.',
};

export type GoodwillReason = RequestRefundReason | 'not-allowed';
export const goodwillWords: Record<GoodwillReason, string> = {
  ...requestRefundWords,
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This refund does not exist.',
  'already-refunded': 'Everything that was paid for this order has been given back.',
  disputed: 'The bank holds this payment because of a dispute; it decides where the money goes.',
};

export type AskReason = 'not-allowed' | 'not-found' | 'by-hand';
export const askWords: Record<AskReason, string> = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This refund does not exist.',
  'by-hand': 'You pay this one yourself, so there is no provider to ask.',
};

export type SendAgainReason =
  | GoodwillReason
  | AskReason
  | 'not-stuck'
  | 'too-soon'
  | 'no-answer'
  | 'at-provider';
export const sendAgainWords: Record<SendAgainReason, string> = {
  ...goodwillWords,
  ...askWords,
  'not-stuck': 'This refund does not need to be sent again; load the page to see where it is.',
  'too-soon': 'The last try is not ten minutes old and may still be worked on at the provider. Try later.',
  'no-answer': 'The provider gave no answer just now, so nothing was sent: it might have the refund.',
  'at-provider': 'The provider has this refund, so nothing was sent again. What it says stands on this page.',
};

export type InsteadReason = 'not-allowed' | 'not-found' | 'not-waiting';
export const insteadWords: Record<InsteadReason, string> = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This refund does not exist.',
  'not-waiting': 'It is dealt with already.',
};
