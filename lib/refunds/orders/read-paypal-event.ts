import { z } from 'zod';
import { foreignMinor, type Reading, readingOf } from '@/lib/refunds/orders/reading';
import { ITEM_NAME_MAX, isCountry, ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { cleanLine } from '@/lib/text';

const Maybe = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Amount = z.object({ value: z.string(), currency_code: z.string() });

const Event = z.object({
  event_type: z.literal('PAYMENT.CAPTURE.COMPLETED'),
  resource: z.object({
    id: z.string(),
    amount: Amount,
    invoice_id: Maybe,
    custom_id: Maybe,
    create_time: Maybe,
    supplementary_data: z
      .object({ related_ids: z.object({ order_id: Maybe }).partial() })
      .partial()
      .nullish(),
  }),
});

/** What is read of a checkout order (`GET /v2/checkout/orders/{id}`): a capture does not say who paid. */
const Checkout = z.object({
  payer: z.object({
    email_address: z.string(),
    address: z.object({ country_code: Maybe }).nullish(),
  }),
  purchase_units: z
    .array(
      z.object({
        items: z
          .array(z.object({ name: z.string(), quantity: z.coerce.number(), unit_amount: Amount }))
          .default([]),
        amount: z
          .object({
            breakdown: z.object({ shipping: Amount.nullish(), tax_total: Amount.nullish() }).nullish(),
          })
          .nullish(),
      }),
    )
    .default([]),
});

/** The name of the checkout order that a completed capture belongs to, to be looked up; null for any other event. */
export function paypalOrderIn(event: unknown): string | null {
  const id = Event.safeParse(event).data?.resource.supplementary_data?.related_ids?.order_id ?? '';
  return /^\w{1,100}$/.test(id) ? id : null;
}

/** The order that PayPal's `PAYMENT.CAPTURE.COMPLETED` tells of; null for any other event. The caller has had the message
 * verified, and has looked up the checkout order that the event names.
 * @param checkout as PayPal answers it */
export function orderFromPaypalEvent(event: unknown, checkout: unknown): Reading | null {
  const parsed = Event.safeParse(event);
  if (!parsed.success) return null;
  const { resource } = parsed.data;
  const found = Checkout.safeParse(checkout);
  if (!found.success) return { ok: false, reason: 'The payment has no e-mail address of its buyer.' };
  const { payer, purchase_units: units } = found.data;
  const currency = resource.amount.currency_code;
  const minor = (amount: z.output<typeof Amount> | null | undefined) =>
    amount && amount.currency_code === currency ? (foreignMinor(amount.value, currency) ?? 0) : 0;
  const country = payer.address?.country_code ?? '';
  // Several units are captured one by one, so only a single one is certainly what this capture paid.
  const unit = units.length === 1 ? units[0] : undefined;
  const breakdown = unit?.amount?.breakdown;
  const items = (unit?.items ?? [])
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0)
    .map(({ name, quantity, unit_amount }) => ({
      name: cleanLine(name).slice(0, ITEM_NAME_MAX) || 'Item',
      quantity,
      unitMinor: minor(unit_amount),
    }));
  const input = {
    externalId: `paypal:${resource.id}`,
    number: cleanLine(resource.invoice_id || resource.custom_id).slice(0, ORDER_NUMBER_MAX) || resource.id,
    email: payer.email_address,
    currency,
    totalMinor: foreignMinor(resource.amount.value, currency),
    taxMinor: minor(breakdown?.tax_total),
    shippingMinor: minor(breakdown?.shipping),
    items,
    paidAt: resource.create_time || null,
    methodLabel: 'PayPal',
    methodKind: 'paypal',
    country: isCountry(country) ? country : undefined,
    provider: 'paypal',
    paymentRef: resource.id,
  };
  return readingOf(input, () => ({
    paymentNames: [resource.id],
    byPayment: true,
    refunds: [],
    disputes: [],
  }));
}
