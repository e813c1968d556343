import { z } from 'zod';
import { REASON_KINDS } from '@/lib/refunds/reasons';

/** The payment providers an order may name; `manual`: the owner pays by hand. */
export const PROVIDERS = ['pretend', 'manual', 'stripe', 'paypal'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

export const REFUND_STATES = [
  'queued',
  'requested',
  'submitting',
  'unknown',
  'pending',
  'succeeded',
  'failed',
  'canceled',
  'disputed',
] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** A reason is a sentence or a short story; payment providers keep at most 500 characters of metadata. */
export const REASON_MAX = 500;
/** The largest amount the database's integer holds; about 21 million euros. */
export const AMOUNT_MAX = 2_147_483_647;

export const Reason = z
  .string({ error: 'Write the reason as text.' })
  .max(REASON_MAX, `Please keep it under ${REASON_MAX} characters.`);

/** What a client may send to ask for a refund. Only partial amounts are taken from outside, and bounded by our rows. */
export const RefundRequest = z.strictObject({
  orderId: z
    .string({ error: 'Say which order.' })
    .min(1, 'Say which order.')
    .max(64, 'This is not an order.'),
  amountMinor: z
    .number({ error: 'The amount is a whole number of the smallest unit (cents).' })
    .int('The amount is a whole number of the smallest unit (cents).')
    .min(1, 'The amount must be at least 1.')
    .max(AMOUNT_MAX, 'The amount is larger than any order.')
    .optional(),
  reason: Reason.optional(),
});
export type RefundRequest = z.infer<typeof RefundRequest>;

/** What a page may ask for: all that is left, or a smaller amount as somebody types it, or some of the items. */
export type RefundWish = RefundRequest & {
  /** A decimal in the order's currency, as typed. */
  amountTyped?: string;
  lines?: { itemId: string; quantity: number }[];
  /** The order's newest refund when this was decided; refused when another one came meanwhile. */
  afterSeq?: number;
  /** A gesture of the shop, with its words to the buyer. */
  goodwill?: { words: string };
  /** The failed refund whose place it takes. */
  inPlaceOf?: string;
};

/** The form for a part sends how many pieces of which items (`piece-{item}`), or an amount. */
export const RefundPartForm = z
  .object({
    orderId: z.string().min(1).max(64),
    amount: z.string().max(40, 'Write the amount like 10.00.').optional(),
  })
  .catchall(z.string().max(10))
  .transform(({ orderId, amount, ...rest }): RefundWish => {
    const lines = Object.entries(rest)
      .filter(([name, value]) => name.startsWith('piece-') && /^[1-9]\d{0,6}$/.test(value))
      .map(([name, value]) => ({ itemId: name.slice('piece-'.length), quantity: Number(value) }));
    const amountTyped = amount?.trim() ?? '';
    return { orderId, amountTyped, lines };
  });

/** What a shop may offer instead of the money, after the refund is approved. */
export const ALTERNATIVES = ['exchange', 'repair', 'credit'] as const;
export type Alternative = (typeof ALTERNATIVES)[number];
export const alternativeWords: Record<Alternative, string> = {
  exchange: 'Send me another one instead',
  repair: 'Have it repaired instead',
  credit: 'Give me store credit instead',
};

export const TakeBackForm = z.strictObject({
  refundId: z.string().min(1).max(64),
  instead: z.enum(ALTERNATIVES).optional(),
});

export type TakeBackReason = 'not-found' | 'too-late' | 'not-offered';
export const takeBackWords: Record<TakeBackReason, string> = {
  'not-found': 'We could not find this refund among yours.',
  'too-late': 'The money has left already, so the refund cannot be taken back any more.',
  'not-offered': 'The shop does not offer this any more.',
};

/** The button on the page sends the order and nothing else. */
export const RefundButton = z.strictObject({ orderId: z.string().min(1).max(64) });

/** One of a short list, a few words, or both; the command refuses neither of them. */
export const RefundReasonForm = z.strictObject({
  refundId: z.string().min(1).max(64),
  kind: z.enum(REASON_KINDS).optional(),
  reason: Reason.trim().default(''),
});

export const RefundIdForm = z.strictObject({ refundId: z.string().min(1).max(64) });

/** Why an order is not refunded (again) by itself right now. */
export type RefundRefusal = 'nothing-captured' | 'already-refunded' | 'disputed' | 'window-closed';
/** Why nothing can be asked for; after the window the owner still can be asked. */
export type AskingRefusal = Exclude<RefundRefusal, 'window-closed'>;
export type RequestRefundReason =
  | AskingRefusal
  | 'not-found'
  | 'amount-too-large'
  | 'amount-unclear'
  | 'part-missing'
  | 'pieces-too-many'
  | 'changed-meanwhile';

export const requestRefundWords: Record<RequestRefundReason, string> = {
  'not-found': 'We could not find this order among yours.',
  'nothing-captured': 'Nothing was charged for this order, so there is nothing to give back.',
  'already-refunded': 'The whole amount has been asked back already; its refund says where the money is.',
  disputed:
    'Your bank is looking into this payment, and it decides where the money goes. Write to us if you would rather settle it with us.',
  'amount-too-large': 'This is more than is left to refund on the order.',
  'amount-unclear': 'Write the amount with digits and a point, like 10.00.',
  'part-missing': 'Choose what to send back, or write an amount.',
  'pieces-too-many': 'More pieces were chosen than are left to refund.',
  'changed-meanwhile': 'Another refund of this order was made meanwhile. Look at it first, then decide anew.',
};

export type AddReasonReason = 'not-found' | 'reason-empty';
export const addReasonWords: Record<AddReasonReason, string> = {
  'not-found': 'We could not find this refund among yours.',
  'reason-empty': 'Choose a reason or write a few words, or leave this page as it is.',
};

export type DeskRefundReason = 'not-allowed' | 'not-found' | 'not-waiting';
export const deskRefundWords: Record<DeskRefundReason, string> = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This refund does not exist.',
  'not-waiting': 'This refund is not waiting any more; look at its page.',
};

/** Why a refund was not sent although nothing went wrong: the payment had been refunded at the provider already; the bank has
 * closed its dispute and left the money with the shop. */
export const ELSEWHERE = 'already-refunded-elsewhere';
export const DISPUTE_OVER = 'dispute-over';

/** What made a refund take a step, as the staff reads it in the log. */
export const refundCauseWords = {
  buyer: 'asked for by the buyer',
  'taken-back': 'taken back by the buyer in time',
  replaced: 'the buyer chose something else instead',
  owner: 'by the shop',
  'called-off': 'called off by the shop',
  'called-off-before': 'the shop had called one of this order off',
  'new-key': 'sent again under a new key',
  ticked: 'paid by hand and ticked off',
  'tick-undone': 'the tick was taken back',
  'person-limit': 'this buyer had several today',
  pace: 'many were asked for within an hour',
  'daily-total': 'the total of the day was reached',
  'window-closed': 'asked for after the time for automatic refunds',
  import: 'made before or past this site',
  'told-apart': 'a sum that was told before, now refund by refund',
  claim: 'the payment run took it up',
  'provider-answer': 'answer of the payment provider',
  'look-up': 'found by asking the payment provider',
  webhook: 'told by the payment provider',
} as const;
export type RefundCause = keyof typeof refundCauseWords;

/** The words of a cause as it is stored; one of an older version says itself. */
export function causeWords(cause: string): string {
  return Object.hasOwn(refundCauseWords, cause) ? refundCauseWords[cause as RefundCause] : cause;
}
