import { z } from 'zod';
import { AMOUNT_MAX, PROVIDERS } from '@/lib/refunds/schema';

/** How an order was paid, as far as it matters for how long a refund takes to arrive. */
export const METHOD_KINDS = ['card', 'bank', 'paypal', 'other'] as const;
export type MethodKind = (typeof METHOD_KINDS)[number];

/** Ids of shops are short; this leaves room for addresses used as ids. */
export const EXTERNAL_ID_MAX = 200;
export const ORDER_NUMBER_MAX = 60;
export const ITEM_NAME_MAX = 300;
/** Lines of one order; a shop's largest carts have a few dozen. */
export const ITEMS_MAX = 200;
export const QUANTITY_MAX = 1_000_000;
export const PAYMENT_REF_MAX = 200;
/** "Mastercard •••• 4242" has 20; shops name their methods at more length. */
export const METHOD_LABEL_MAX = 80;
/** A shop's message about an order of 200 lines has some 400 KB. */
export const MESSAGE_MAX = 1024 * 1024;

const Amount = z
  .number({ error: 'An amount is a whole number of the smallest unit (cents).' })
  .int('An amount is a whole number of the smallest unit (cents).')
  .min(0, 'An amount cannot be negative.')
  .max(AMOUNT_MAX, `An amount can be at most ${AMOUNT_MAX}.`);

function line(what: string, max: number) {
  return (
    z
      .string({ error: `Give the ${what}.` })
      .trim()
      .min(1, `Give the ${what}.`)
      // Such characters come of broken exports, show nowhere, and one of them PostgreSQL cannot keep.
      .refine((typed) => !/\p{Cc}/u.test(typed), `The ${what} has characters that cannot be shown.`)
      .max(max, `The ${what} can have at most ${max} characters.`)
  );
}

export const OrderItemInput = z.strictObject({
  name: line('name of the item', ITEM_NAME_MAX),
  quantity: z
    .number({ error: 'The quantity is a whole number.' })
    .int('The quantity is a whole number.')
    .min(1, 'The quantity is at least 1.')
    .max(QUANTITY_MAX, `The quantity is at most ${QUANTITY_MAX}.`),
  unitMinor: Amount,
});

const Time = z.iso.datetime({ offset: true, error: 'Write the time as 2026-11-21T10:00:00Z.' });
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** An order as the shop sends it; the same `externalId` again updates it. */
export const OrderInput = z.strictObject({
  externalId: line('id of the order in your shop', EXTERNAL_ID_MAX),
  number: line('order number', ORDER_NUMBER_MAX),
  email: line('e-mail address', 1000),
  currency: line('currency', 3),
  totalMinor: Amount,
  /** Both are parts of the total. */
  taxMinor: Amount.default(0),
  shippingMinor: Amount.default(0),
  /** What was really taken; the total where it is not given. */
  capturedMinor: Amount.optional(),
  items: z.array(OrderItemInput).max(ITEMS_MAX, `An order can have at most ${ITEMS_MAX} lines.`).default([]),
  paidAt: Time.nullable().optional(),
  /** How it was paid, in words for the buyer: "Visa •••• 4242". */
  methodLabel: line('payment method', METHOD_LABEL_MAX).optional(),
  methodKind: z
    .enum(METHOD_KINDS, { error: `The kind of payment is one of: ${METHOD_KINDS.join(', ')}.` })
    .optional(),
  /** The buyer's country. */
  country: z
    .string({ error: 'Write the country with two letters, such as DE.' })
    .regex(/^[A-Za-z]{2}$/, 'Write the country with two letters, such as DE.')
    .refine((code) => isCountry(code), 'This is not an ISO 3166 country, such as DE.')
    .optional(),
  provider: z
    .enum(PROVIDERS, { error: `The payment provider is one of: ${PROVIDERS.join(', ')}.` })
    .default('pretend'),
  paymentRef: line('reference of the payment', PAYMENT_REF_MAX).optional(),
  /** When the shop last changed it; news older than what came already changes nothing. */
  changedAt: Time.nullable().optional(),
});
export type OrderInput = z.infer<typeof OrderInput>;

/** Whether two letters of any case are a country. */
export function isCountry(code: string): boolean {
  return /^[A-Za-z]{2}$/.test(code) && REGIONS.of(code.toUpperCase()) !== undefined;
}

export type SaveOrderReason =
  | 'not-allowed'
  | 'email-invalid'
  | 'currency-unknown'
  | 'captured-above-total'
  | 'part-above-total'
  | 'captured-below-refunded'
  | 'currency-fixed';

export const saveOrderWords: Record<SaveOrderReason, string> = {
  'not-allowed': 'Only the owner can add orders.',
  'email-invalid': 'This is not an e-mail address.',
  'currency-unknown': 'This is not an ISO 4217 currency, such as EUR.',
  'captured-above-total': 'More was captured than the order costs.',
  'part-above-total': 'This part of the order is more than the whole order costs.',
  'captured-below-refunded': 'More than this has already been refunded on the order.',
  'currency-fixed': 'The order has refunds, so its currency cannot change.',
};

export const OrderLookup = z.strictObject({
  number: line('order number', ORDER_NUMBER_MAX),
  email: line('e-mail address you ordered with', 1000),
});
export type OrderLookup = z.infer<typeof OrderLookup>;

/** A code works this long and for this many tries. */
export const CODE_MINUTES = 15;
export const CODE_TRIES = 5;
/** Codes for one order, codes to one mailbox, and wrong tries at one order: decision 31 says what these numbers are worth. */
export const CODE_LIMITS = { hour: 5, day: 10 };
export const MAILBOX_LIMITS = { hour: 10, day: 20 };
export const TRY_LIMITS = { hour: 10, day: 20 };
export const CODE_DIGITS = 6;
/** A guest who entered a code may act on the order for this long. */
export const PASS_MINUTES = 15;

export const OrderCodeForm = z.strictObject({
  code: z
    .string({ error: 'Enter the code from the mail.' })
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits; you find it in the mail.')),
});

/** The button of the page that the link of an order mail opens. */
export const OrderLinkForm = z.strictObject({ token: z.string().min(1).max(100) });

export const orderLinkWords: Record<'link-gone', string> = {
  'link-gone': 'This link does not work any more. Tell us which order, and we mail you a code.',
};

export const OrderIdForm = z.strictObject({ orderId: z.string().min(1).max(64) });

export const revokeLinksWords: Record<'not-allowed' | 'not-found', string> = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This order does not exist.',
};

export const orderCodeWords: Record<'code-wrong' | 'look-up-missing', string> = {
  'code-wrong':
    'This code does not fit, was used already, or has run out. Check the newest mail, or ask for a new code.',
  'look-up-missing': 'That took a while. Please enter the order number and e-mail address again.',
};
