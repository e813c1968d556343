import { z } from 'zod';
import { foreignMinor, type Reading, readingOf, roundedMinor } from '@/lib/refunds/orders/reading';
import { ITEM_NAME_MAX, isCountry, METHOD_LABEL_MAX, ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { cleanLine } from '@/lib/text';

const Maybe = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((text) => (text === null || text === undefined ? '' : String(text)));
/** One amount in the shop's currency and in the one the buyer paid in. */
const Both = z
  .object({ presentment_money: z.object({ amount: Maybe, currency_code: z.string() }) })
  .nullish();
const Place = z.object({ country_code: Maybe }).nullish();
const Discount = z.object({ amount: Maybe, amount_set: Both });
const Tax = z.object({ price: Maybe, price_set: Both });

/** What we read of an order in the messages of Shopify's webhooks. */
const Order = z.object({
  id: z.number().int().positive(),
  name: Maybe,
  email: Maybe,
  contact_email: Maybe,
  currency: z.string(),
  presentment_currency: Maybe,
  total_price: z.string(),
  total_price_set: Both,
  total_tax: Maybe,
  total_tax_set: Both,
  total_shipping_price_set: Both,
  total_outstanding: Maybe,
  taxes_included: z.boolean().nullish(),
  financial_status: Maybe,
  payment_gateway_names: z.array(z.string()).default([]),
  processed_at: Maybe,
  updated_at: Maybe,
  billing_address: Place,
  shipping_address: Place,
  line_items: z.array(
    z.object({
      name: Maybe,
      title: Maybe,
      quantity: z.number().int(),
      price: Maybe,
      price_set: Both,
      discount_allocations: z.array(Discount).default([]),
      tax_lines: z.array(Tax).default([]),
    }),
  ),
  refunds: z
    .array(
      z.object({
        id: z.number().int(),
        note: Maybe,
        created_at: Maybe,
        transactions: z
          .array(z.object({ kind: Maybe, status: Maybe, amount: Maybe, currency: Maybe }))
          .default([]),
      }),
    )
    .default([]),
});
type Order = z.output<typeof Order>;
type Read = (plain: string, both?: z.output<typeof Both>) => number;

const PAID = ['paid', 'partially_refunded', 'refunded'];

/** Reads an order of Shopify, in the currency its buyer paid in. Shopify keeps the payment to itself, so its refunds are paid
 * by hand. */
export function readShopifyOrder(message: unknown): Reading {
  const parsed = Order.safeParse(message);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      reason: `${issue?.path.map(String).join('.') || 'the message'}: ${issue?.message ?? ''}`,
    };
  }
  const order = parsed.data;
  const currency = order.total_price_set?.presentment_money.currency_code ?? order.currency;
  const read: Read = (plain, both) => roundedMinor(both?.presentment_money.amount || plain, currency) ?? 0;
  const totalMinor = foreignMinor(
    order.total_price_set?.presentment_money.amount || order.total_price,
    currency,
  );
  if (totalMinor === null) return { ok: false, reason: `total_price: ${currency} cannot be read.` };
  const country = [order.billing_address, order.shipping_address].find(
    (place) => place && isCountry(place.country_code),
  )?.country_code;
  const gateway = cleanLine(order.payment_gateway_names[0] ?? '').replaceAll('_', ' ');
  const input = {
    externalId: `shopify:${order.id}`,
    number: cleanLine(order.name || String(order.id)).slice(0, ORDER_NUMBER_MAX),
    email: order.email || order.contact_email,
    currency,
    totalMinor,
    taxMinor: read(order.total_tax, order.total_tax_set),
    shippingMinor: read('', order.total_shipping_price_set),
    capturedMinor: capturedOf(order, totalMinor, currency),
    items: linesOf(order, read),
    paidAt: PAID.includes(order.financial_status) ? utcTime(order.processed_at) : null,
    ...(gateway === '' ? {} : { methodLabel: gateway.slice(0, METHOD_LABEL_MAX) }),
    methodKind: /paypal/i.test(gateway) ? 'paypal' : /shopify|card|stripe/i.test(gateway) ? 'card' : 'other',
    country,
    provider: 'manual',
    changedAt: utcTime(order.updated_at),
  };
  return readingOf(input, () => ({
    paymentNames: [],
    byPayment: false,
    refunds: refundsOf(order, currency),
    disputes: [],
  }));
}

function capturedOf(order: Order, totalMinor: number, currency: string): number {
  if (PAID.includes(order.financial_status)) return totalMinor;
  if (order.financial_status !== 'partially_paid' || currency !== order.currency) return 0;
  return Math.max(0, totalMinor - (roundedMinor(order.total_outstanding, currency) ?? totalMinor));
}

function linesOf(order: Order, read: Read) {
  return order.line_items.slice(0, 200).flatMap((line) => {
    if (line.quantity < 1) return [];
    const discount = line.discount_allocations.reduce(
      (sum, one) => sum + read(one.amount, one.amount_set),
      0,
    );
    const tax = order.taxes_included
      ? 0
      : line.tax_lines.reduce((sum, one) => sum + read(one.price, one.price_set), 0);
    const whole = Math.max(0, read(line.price, line.price_set) * line.quantity - discount + tax);
    const name = cleanLine(line.name || line.title).slice(0, ITEM_NAME_MAX) || 'Item';
    return [{ name, quantity: line.quantity, unitMinor: Math.floor(whole / line.quantity) }];
  });
}

/** Only what was really given back, in the order's currency. */
function refundsOf(order: Order, currency: string) {
  return order.refunds.flatMap(({ id, note, created_at, transactions }) => {
    const made = transactions.filter(
      (one) => one.kind === 'refund' && one.status === 'success' && (one.currency || currency) === currency,
    );
    const amountMinor = made.reduce((sum, one) => sum + (foreignMinor(one.amount, currency) ?? 0), 0);
    const at = utcTime(created_at);
    if (amountMinor === 0) return [];
    const reason = cleanLine(note).slice(0, 500);
    return [{ toldId: `shopify:refund:${id}`, amountMinor, reason, at: at === null ? null : new Date(at) }];
  });
}

function utcTime(text: string): string | null {
  const time = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
