import { z } from 'zod';
import { type Reading, readingOf } from '@/lib/refunds/orders/reading';
import { ITEM_NAME_MAX, isCountry, METHOD_LABEL_MAX, ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { minorOfStripe } from '@/lib/refunds/orders/stripe-amount';
import { cleanLine } from '@/lib/text';

const Maybe = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Address = z.object({ country: Maybe }).nullish();

/** What we read of a charge as Stripe's API lists it. */
const Charge = z.object({
  id: z.string(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  status: z.string(),
  captured: z.boolean(),
  amount_captured: z.number(),
  amount_refunded: z.number(),
  disputed: z.boolean(),
  currency: z.string(),
  created: z.number(),
  description: Maybe,
  receipt_email: Maybe,
  billing_details: z.object({ email: Maybe, address: Address }).nullish(),
  shipping: z.object({ address: Address }).nullish(),
  payment_method_details: z
    .object({
      type: z.string(),
      card: z.object({ brand: Maybe, last4: Maybe, country: Maybe }).nullish(),
    })
    .nullish(),
  metadata: z
    .record(z.string(), z.string())
    .nullish()
    .transform((data) => data ?? {}),
});
type Charge = z.output<typeof Charge>;

/** Reads a charge of Stripe's. Its refunds and disputes are looked up by their own names (`import-stripe-charges.ts`). */
export function readStripeCharge(value: unknown): Reading {
  const parsed = Charge.safeParse(value);
  if (!parsed.success) return { ok: false, reason: 'The charge cannot be read.' };
  const charge = parsed.data;
  if (charge.status !== 'succeeded' || !charge.captured) {
    return { ok: false, reason: `status: no money came of this payment (${charge.status}).` };
  }
  const email = charge.billing_details?.email || charge.receipt_email;
  if (email === '') return { ok: false, reason: 'The payment has no e-mail address of its buyer.' };
  const totalMinor = minorOfStripe(charge.amount_captured, charge.currency);
  const paymentRef = charge.payment_intent ?? charge.id;
  const name = cleanLine(charge.description).slice(0, ITEM_NAME_MAX);
  const input = {
    externalId: `stripe:${paymentRef}`,
    number: orderNumberIn(charge.metadata).slice(0, ORDER_NUMBER_MAX) || paymentRef,
    email,
    currency: charge.currency.toUpperCase(),
    totalMinor,
    items: name === '' ? [] : [{ name, quantity: 1, unitMinor: totalMinor }],
    paidAt: new Date(charge.created * 1000).toISOString(),
    ...methodOf(charge),
    country: countryOf(charge),
    provider: 'stripe',
    paymentRef,
  };
  return readingOf(input, () => ({
    paymentNames: [...new Set([paymentRef, charge.id])],
    byPayment: true,
    refunds: [],
    disputes: [],
  }));
}

/** What shops call the order in the metadata of its payment; '' when they do not. */
export function orderNumberIn(metadata: Readonly<Record<string, string>>): string {
  const own = Object.entries(metadata).find(([name]) =>
    /^order([ _-]?(id|no|number|reference))?$/i.test(name),
  );
  return cleanLine(own?.[1] ?? '');
}

function methodOf({ payment_method_details: details }: Charge) {
  if (!details) return {};
  const { type, card } = details;
  if (card) {
    const brand = card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
    const label = cleanLine(`${brand || 'Card'} ${card.last4 && `•••• ${card.last4}`}`);
    return { methodLabel: label.slice(0, METHOD_LABEL_MAX), methodKind: 'card' };
  }
  const isBank = /debit|ideal|bancontact|sofort|giropay|eps|p24|bank|transfer/.test(type);
  const label = cleanLine(type.replaceAll('_', ' ')).slice(0, METHOD_LABEL_MAX) || 'Other';
  return { methodLabel: label, methodKind: type === 'paypal' ? 'paypal' : isBank ? 'bank' : 'other' };
}

function countryOf(charge: Charge): string | undefined {
  const codes = [
    charge.shipping?.address?.country,
    charge.billing_details?.address?.country,
    charge.payment_method_details?.card?.country,
  ];
  return codes.find((code) => code && isCountry(code)) || undefined;
}
