import { z } from 'zod';
import { orderNumberIn } from '@/lib/refunds/orders/read-stripe-charge';
import { type Reading, readingOf } from '@/lib/refunds/orders/reading';
import { ITEM_NAME_MAX, isCountry, ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { minorOfStripe } from '@/lib/refunds/orders/stripe-amount';
import { cleanLine } from '@/lib/text';

const Maybe = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Address = z.object({ country: Maybe }).nullish();
/** A reference that may come with the thing itself in its place. */
const Reference = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? '');
const Metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((data) => data ?? {});

const Session = z.object({
  object: z.literal('checkout.session'),
  id: z.string(),
  payment_intent: Reference,
  payment_status: z.string(),
  amount_total: z.number().nullable(),
  currency: Maybe,
  created: z.number(),
  client_reference_id: Maybe,
  customer_email: Maybe,
  customer_details: z.object({ email: Maybe, address: Address }).nullish(),
  total_details: z
    .object({ amount_tax: z.number().nullish(), amount_shipping: z.number().nullish() })
    .nullish(),
  metadata: Metadata,
});

const Intent = z.object({
  object: z.literal('payment_intent'),
  id: z.string(),
  amount: z.number(),
  amount_received: z.number(),
  currency: z.string(),
  created: z.number(),
  description: Maybe,
  receipt_email: Maybe,
  latest_charge: z
    .union([
      z.string(),
      z.object({
        id: z.string(),
        billing_details: z.object({ email: Maybe, address: Address }).nullish(),
      }),
    ])
    .nullish(),
  shipping: z.object({ address: Address }).nullish(),
  metadata: Metadata,
});

const Event = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});

/** The order that an event of Stripe tells of (`checkout.session.completed` and its later `async_payment_succeeded`,
 * `payment_intent.succeeded`); null for any other event. The caller has checked the signature. */
export function orderFromStripeEvent(event: unknown): Reading | null {
  const parsed = Event.safeParse(event);
  if (!parsed.success) return null;
  const { type, created, data } = parsed.data;
  if (type === 'checkout.session.completed' || type === 'checkout.session.async_payment_succeeded') {
    return readSession(data.object, created);
  }
  return type === 'payment_intent.succeeded' ? readIntent(data.object, created) : null;
}

function readSession(object: unknown, at: number): Reading {
  const parsed = Session.safeParse(object);
  if (!parsed.success) return { ok: false, reason: 'The checkout session cannot be read.' };
  const session = parsed.data;
  if (session.payment_status !== 'paid' || session.payment_intent === '') {
    return { ok: false, reason: `Nothing was paid by it yet (${session.payment_status}).` };
  }
  const { currency, payment_intent: intent, total_details: details } = session;
  const country = session.customer_details?.address?.country ?? '';
  return payment({
    names: [intent],
    number: orderNumberIn(session.metadata) || session.client_reference_id,
    email: session.customer_details?.email || session.customer_email,
    currency,
    totalMinor: minorOfStripe(session.amount_total, currency),
    taxMinor: minorOfStripe(details?.amount_tax ?? 0, currency) ?? 0,
    shippingMinor: minorOfStripe(details?.amount_shipping ?? 0, currency) ?? 0,
    country,
    description: '',
    at,
  });
}

function readIntent(object: unknown, at: number): Reading {
  const parsed = Intent.safeParse(object);
  if (!parsed.success) return { ok: false, reason: 'The payment intent cannot be read.' };
  const intent = parsed.data;
  const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
  const chargeId = typeof intent.latest_charge === 'string' ? intent.latest_charge : charge?.id;
  const billing = charge?.billing_details;
  return payment({
    names: chargeId ? [intent.id, chargeId] : [intent.id],
    number: orderNumberIn(intent.metadata),
    email: intent.receipt_email || billing?.email || '',
    currency: intent.currency,
    totalMinor: minorOfStripe(intent.amount_received, intent.currency),
    taxMinor: 0,
    shippingMinor: 0,
    country: intent.shipping?.address?.country || billing?.address?.country || '',
    description: intent.description,
    at,
  });
}

type Payment = {
  names: [string, ...string[]];
  number: string;
  email: string;
  currency: string;
  totalMinor: number | null;
  taxMinor: number;
  shippingMinor: number;
  country: string;
  description: string;
  at: number;
};

function payment({ names, number, country, description, at, ...told }: Payment): Reading {
  if (told.email === '') return { ok: false, reason: 'The payment has no e-mail address of its buyer.' };
  const [paymentRef] = names;
  const name = cleanLine(description).slice(0, ITEM_NAME_MAX);
  const items = name === '' ? [] : [{ name, quantity: 1, unitMinor: told.totalMinor }];
  const input = {
    ...told,
    externalId: `stripe:${paymentRef}`,
    number: cleanLine(number).slice(0, ORDER_NUMBER_MAX) || paymentRef,
    currency: told.currency.toUpperCase(),
    items,
    paidAt: new Date(at * 1000).toISOString(),
    country: isCountry(country) ? country : undefined,
    provider: 'stripe',
    paymentRef,
  };
  return readingOf(input, () => ({ paymentNames: names, byPayment: true, refunds: [], disputes: [] }));
}
