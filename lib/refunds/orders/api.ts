import { z } from 'zod';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { importOrders } from '@/lib/refunds/orders/import-orders';
import { type OrderView, orderPage } from '@/lib/refunds/orders/queries';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { METHOD_KINDS, OrderInput, saveOrderWords } from '@/lib/refunds/orders/schema';
import { REFUND_STATES } from '@/lib/refunds/schema';
import { IdParams, MoneyShape, NoInput, NoParams, NoQuery, TimeShape } from '@/lib/web/api-shapes';
import { endpoint } from '@/lib/web/endpoint';

/** The largest file of orders; about 100,000 of them. */
const IMPORT_MAX_BYTES = 32 * 1024 * 1024;

const OrderShape = z.object({
  id: z.string(),
  externalId: z.string(),
  number: z.string(),
  email: z.string(),
  total: MoneyShape,
  tax: MoneyShape,
  shipping: MoneyShape,
  captured: MoneyShape,
  method: z.object({ label: z.string(), kind: z.enum(METHOD_KINDS).nullable() }),
  country: z.string().nullable(),
  /** The refund policy that was in force when the order came; 0 days = any time. */
  policy: z.object({ windowDays: z.number().int(), recordedAt: TimeShape }).nullable(),
  placedAt: TimeShape,
  items: z.array(z.object({ name: z.string(), quantity: z.number().int(), unit: MoneyShape })),
  /** What may be refunded at once; null where nothing can, and `refusal` says why. After the window the owner is asked. */
  refundable: MoneyShape.nullable(),
  refusal: z.string().nullable(),
  /** For your mail about this order: opens its refund page and changes nothing, for 30 days. Null for everybody but the
   * staff. */
  refundLink: z.string().nullable(),
  refunds: z.array(
    z.object({ id: z.string(), state: z.enum(REFUND_STATES), amount: MoneyShape, createdAt: TimeShape }),
  ),
});

const notFound = {
  problem: 'not-found',
  status: 404,
  detail: 'There is no such order among yours.',
} as const;

export const saveOrderEndpoint = endpoint({
  method: 'POST',
  path: '/orders',
  summary: 'Create an order, or update the one with this externalId',
  scope: 'admin',
  params: NoParams,
  query: NoQuery,
  input: OrderInput,
  output: OrderShape,
  async run({ input, actor }) {
    if (!actor) return notFound;
    const saved = await saveOrder(input, actor);
    if (!saved.ok) {
      const detail = saveOrderWords[saved.reason];
      if (saved.reason === 'not-allowed') return { problem: saved.reason, status: 403, detail };
      const isConflict = saved.reason === 'currency-fixed' || saved.reason === 'captured-below-refunded';
      const fieldErrors = saved.field ? { [saved.field]: detail } : {};
      return { problem: saved.reason, status: isConflict ? 409 : 422, detail, fieldErrors };
    }
    const order = await orderPage(saved.orderId, viewerOf(actor));
    return order ? { status: saved.change === 'created' ? 201 : 200, body: shapeOf(order, actor) } : notFound;
  },
});

export const importOrdersEndpoint = endpoint({
  method: 'POST',
  path: '/orders/import',
  summary: 'Import orders from CSV; each row by itself, a bad one never stops the rest',
  scope: 'admin',
  params: NoParams,
  query: NoQuery,
  input: z.string({ error: 'Send the CSV file as the body.' }),
  inputType: 'text/csv',
  maxBytes: IMPORT_MAX_BYTES,
  output: z.object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int(),
    problems: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  }),
  async run({ input, actor }) {
    const imported = actor ? await importOrders(input, actor) : null;
    if (imported?.ok) return { status: 200, body: imported.result };
    return { problem: 'not-allowed', status: 403, detail: saveOrderWords['not-allowed'] };
  },
});

export const getOrderEndpoint = endpoint({
  method: 'GET',
  path: '/orders/{id}',
  summary: 'An order with its refunds, for its buyer and the staff',
  scope: 'read',
  params: IdParams,
  query: NoQuery,
  input: NoInput,
  output: OrderShape,
  async run({ params, actor }) {
    const order = await orderPage(params.id, viewerOf(actor));
    return order ? { status: 200, body: shapeOf(order, actor) } : notFound;
  },
});

function viewerOf(actor: Actor | null) {
  return { actor, guestOrderId: null };
}

function shapeOf(order: OrderView, actor: Actor | null): z.input<typeof OrderShape> {
  const { decision, placedAt, refundableUntil: _until, byHand: _byHand, mailLink, ...plain } = order;
  return {
    ...plain,
    placedAt: placedAt.toISOString(),
    items: plain.items.map(({ name, quantity, unit }) => ({ name, quantity, unit })),
    refundable: decision.ok && !decision.isLate ? decision.amount : null,
    refusal: decision.ok ? (decision.isLate ? 'window-closed' : null) : decision.reason,
    refundLink: isStaff(actor) ? mailLink : null,
    refunds: order.refunds.map((refund) => ({ ...refund, createdAt: refund.createdAt.toISOString() })),
  };
}
