import { z } from 'zod';
import { foreignMinor, type Reading, readingOf, roundedMinor } from '@/lib/refunds/orders/reading';
import {
  ITEM_NAME_MAX,
  isCountry,
  METHOD_LABEL_MAX,
  type MethodKind,
  ORDER_NUMBER_MAX,
} from '@/lib/refunds/orders/schema';
import { cleanLine } from '@/lib/text';

const Text = z.union([z.string(), z.number()]).transform(String);
const Maybe = Text.nullish().transform((text) => text ?? '');
const Line = z.object({ name: Maybe, quantity: z.number().catch(1), total: Maybe, total_tax: Maybe });
const Place = z.object({ email: Maybe, country: Maybe }).nullish();

/** What we read of an order as WooCommerce's REST API (v3) gives it, in answers and in the messages of its webhooks. */
const Order = z.object({
  id: z.number().int().positive(),
  number: Maybe,
  status: z.string(),
  currency: z.string(),
  total: Text,
  total_tax: Maybe,
  shipping_total: Maybe,
  shipping_tax: Maybe,
  payment_method: Maybe,
  payment_method_title: Maybe,
  transaction_id: Maybe,
  date_paid_gmt: Maybe,
  date_modified_gmt: Maybe,
  billing: Place,
  shipping: Place,
  line_items: z.array(Line).default([]),
  fee_lines: z.array(Line.omit({ quantity: true })).default([]),
  refunds: z.array(z.object({ id: z.number().int(), reason: Maybe, total: Text })).default([]),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
type Order = z.output<typeof Order>;

/** Orders that a shop has not taken yet, or has thrown away. */
const NOT_PLACED = ['checkout-draft', 'auto-draft', 'trash'];
const PAID = ['processing', 'completed', 'refunded'];

/** Reads an order of WooCommerce (REST v3) with its refunds. */
export function readWoocommerceOrder(row: unknown): Reading {
  const parsed = Order.safeParse(row);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      reason: `${issue?.path.map(String).join('.') || 'the row'}: ${issue?.message ?? ''}`,
    };
  }
  const order = parsed.data;
  if (NOT_PLACED.includes(order.status)) return { ok: false, reason: `status: ${order.status} is no order.` };
  const { currency } = order;
  const totalMinor = foreignMinor(order.total, currency);
  const refunds = order.refunds.map(({ id, reason, total }) => ({
    toldId: `woocommerce:refund:${id}`,
    amountMinor: foreignMinor(total.replace(/^\s*-/, ''), currency),
    reason: cleanLine(reason).slice(0, 500),
    at: null,
  }));
  if (totalMinor === null || refunds.some(({ amountMinor }) => amountMinor === null)) {
    return {
      ok: false,
      reason: `total: "${order.total.slice(0, 40)}" ${currency.slice(0, 10)} is no amount.`,
    };
  }
  const paidAt = utcTime(order.date_paid_gmt);
  const payment = paymentOf(order);
  const input = {
    externalId: `woocommerce:${order.id}`,
    number: cleanLine(order.number || String(order.id)).slice(0, ORDER_NUMBER_MAX),
    email: order.billing?.email ?? '',
    currency,
    totalMinor,
    taxMinor: part(order.total_tax, currency),
    shippingMinor: part(order.shipping_total, currency) + part(order.shipping_tax, currency),
    capturedMinor: paidAt !== null || PAID.includes(order.status) ? totalMinor : 0,
    items: linesOf(order),
    paidAt,
    ...methodOf(order),
    country: [order.billing?.country, order.shipping?.country].find((code) => code && isCountry(code)),
    provider: payment.provider,
    paymentRef: payment.names[0],
    changedAt: utcTime(order.date_modified_gmt),
  };
  return readingOf(input, () => ({
    paymentNames: payment.names,
    byPayment: false,
    refunds: refunds.flatMap((refund) =>
      refund.amountMinor ? [{ ...refund, amountMinor: refund.amountMinor }] : [],
    ),
    disputes: [],
  }));
}

/** Whose books the payment is in, and its names there; by hand where a gateway keeps them to itself. */
function paymentOf(order: Order): { provider: string; names: string[] } {
  const method = order.payment_method.toLowerCase();
  const intent = order.meta_data.find(({ key }) => key === '_stripe_intent_id')?.value;
  const candidates = [typeof intent === 'string' ? intent : '', order.transaction_id.trim()];
  const names = [...new Set(candidates.filter((name) => /^[\w-]{1,200}$/.test(name)))];
  if (/^stripe/.test(method) && names.length > 0) return { provider: 'stripe', names };
  if (/^(ppcp|ppec|paypal)/.test(method) && names.length > 0) return { provider: 'paypal', names };
  return { provider: 'manual', names: [] };
}

function methodOf(order: Order): { methodLabel?: string; methodKind?: MethodKind } {
  const method = `${order.payment_method} ${order.payment_method_title}`.toLowerCase();
  const label = cleanLine(order.payment_method_title).slice(0, METHOD_LABEL_MAX);
  if (method.trim() === '') return {};
  return { ...(label === '' ? {} : { methodLabel: label }), methodKind: kindOf(method) };
}

function kindOf(method: string): MethodKind {
  if (/paypal|ppcp|ppec/.test(method)) return 'paypal';
  if (/sepa|bacs|bank|transfer|ideal|sofort|giropay|bancontact|eps\b/.test(method)) return 'bank';
  return /stripe|card|woocommerce_payments|square|visa|mastercard/.test(method) ? 'card' : 'other';
}

/** Lines with what was paid for them, tax and discounts included; fees are lines too. */
function linesOf(order: Order) {
  const lines = [...order.line_items, ...order.fee_lines.map((fee) => ({ ...fee, quantity: 1 }))];
  return lines.slice(0, 200).flatMap(({ name, quantity, total, total_tax }) => {
    const minor = part(total, order.currency) + part(total_tax, order.currency);
    const isWhole = Number.isInteger(quantity) && quantity > 0;
    const words = cleanLine(isWhole ? name : `${quantity} × ${name}`).slice(0, ITEM_NAME_MAX);
    if (minor === 0 && words === '') return [];
    const pieces = isWhole ? quantity : 1;
    return [{ name: words || 'Item', quantity: pieces, unitMinor: Math.floor(minor / pieces) }];
  });
}

function part(text: string, currency: string): number {
  return roundedMinor(text, currency) ?? 0;
}

/** WooCommerce writes times of UTC without saying so. */
function utcTime(text: string): string | null {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text)?.[0];
  return found === undefined || Number.isNaN(Date.parse(`${found}Z`)) ? null : `${found}Z`;
}
