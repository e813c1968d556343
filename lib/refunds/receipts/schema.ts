import { z } from 'zod';

/** What a receipt does: it gives credit, or cancels one that did because the money came back after all. */
export type ReceiptKind = 'credit' | 'cancellation';

/** Why a receipt was cancelled: the bank could not take the money, or the shop had not paid it. */
export const CANCEL_REASONS = ['came-back', 'not-paid'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What stands on a receipt, as it was when it was written; never read from the shop or the order again. Whose order it is
 * is not in it: the receipt is kept for years, and the number of the order says it to whoever may know. */
export const ReceiptContent = z.object({
  shop: z.object({ name: z.string(), legalName: z.string(), address: z.string(), taxNumber: z.string() }),
  /** yyyy-mm-dd in the shop's time zone, as is the day of payment. */
  issuedOn: z.string(),
  order: z.object({ number: z.string(), paidOn: z.string().nullable(), method: z.string() }),
  currency: z.string(),
  amountMinor: z.number(),
  /** The tax in the amount; null where it is not known: the shop said none, or a part was refunded. */
  taxMinor: z.number().nullable(),
  /** Where only that of the whole order is known. */
  orderTax: z.object({ taxMinor: z.number(), totalMinor: z.number() }).nullable(),
  /** What the money is for; without amounts where the parts do not make the sum (a discount on the whole). */
  lines: z.array(z.object({ name: z.string(), quantity: z.number(), amountMinor: z.number().nullable() })),
  shippingMinor: z.number().nullable(),
  /** All that was paid for the order. */
  isWhole: z.boolean(),
  /** Only on one that cancels another. */
  cancels: z.object({ number: z.string(), reason: z.enum(CANCEL_REASONS) }).nullable(),
});
export type ReceiptContent = z.infer<typeof ReceiptContent>;

/** Credit notes and cancellations share one sequence: CN-2026-00042. */
export function receiptNumber({ year, number }: { year: number; number: number }): string {
  return `CN-${year}-${String(number).padStart(5, '0')}`;
}
