import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import type { Money } from '@/lib/money';
import { itemsLeft } from '@/lib/refunds/decide-amount';
import { decideAsking, refundableUntil } from '@/lib/refunds/decide-asking';
import { orderNumberKey, type PolicySnapshot, readSnapshot } from '@/lib/refunds/orders/rules';
import { METHOD_KINDS, type MethodKind } from '@/lib/refunds/orders/schema';
import { orderLink } from '@/lib/refunds/orders/sign-order-link';
import { maySee, type Viewer } from '@/lib/refunds/policy';
import type { AskingRefusal, RefundState } from '@/lib/refunds/schema';
import { shopSettings } from '@/lib/settings/queries';

export type OrderView = {
  id: string;
  /** The shop's own id of it. */
  externalId: string;
  number: string;
  email: string;
  placedAt: Date;
  total: Money;
  /** Parts of the total. */
  tax: Money;
  shipping: Money;
  captured: Money;
  /** How it was paid: words for people ('' when the shop did not say), and how long a refund takes that way. */
  method: { label: string; kind: MethodKind | null };
  country: string | null;
  /** The refund policy that was in force when the order came; null for orders from before it was kept. */
  policy: PolicySnapshot | null;
  items: {
    id: string;
    name: string;
    quantity: number;
    /** Pieces that no refund is for. */
    left: number;
    unit: Money;
  }[];
  /** Oldest first. */
  refunds: { id: string; state: RefundState; amount: Money; createdAt: Date }[];
  /** What the button may give back now, or after the window ask the owner for; or why there is none. */
  decision: { ok: true; amount: Money; isLate: boolean } | { ok: false; reason: AskingRefusal };
  refundableUntil: Date | null;
  /** Its refunds are paid by the shop itself, not by a payment provider. */
  byHand: boolean;
  /** For the shop's mail about this order; for the staff only. */
  mailLink: string;
};

/** A person has a handful of orders; more than this is a wholesale customer, who sees the newest. */
export const ORDERS_SHOWN = 50;

const shape = {
  items: { orderBy: { position: 'asc' } },
  refunds: { orderBy: { seq: 'asc' }, include: { lines: true } },
} satisfies Prisma.OrderInclude;
type Row = Prisma.OrderGetPayload<{ include: typeof shape }>;

/** The orders made with the person's proven address, newest first; nobody else's. */
export async function ordersOf(actor: Actor): Promise<OrderView[]> {
  if (actor.email === null) return [];
  const rows = await db.order.findMany({
    where: { email: actor.email },
    include: shape,
    orderBy: [{ paidAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
    take: ORDERS_SHOWN,
  });
  return view(rows);
}

/** Names of what a person bought lately with their proven address. */
export async function productsOf(actor: Actor | null): Promise<string[]> {
  if (!actor || actor.email === null) return [];
  const items = await db.orderItem.findMany({
    where: { order: { email: actor.email } },
    select: { name: true },
    orderBy: { order: { createdAt: 'desc' } },
    take: ORDERS_SHOWN,
  });
  return [...new Set(items.map((item) => item.name))];
}

/** The one order a guest proved with a code. */
export async function orderForGuest(guestOrderId: string | null): Promise<OrderView | null> {
  return guestOrderId === null ? null : orderPage(guestOrderId, { actor: null, guestOrderId });
}

/** One order, for its buyer and the staff; null for everybody else. */
export async function orderPage(orderId: string, viewer: Viewer): Promise<OrderView | null> {
  if (!isId(orderId)) return null;
  const row = await db.order.findUnique({ where: { id: orderId }, include: shape });
  if (!row || !maySee(viewer, row)) return null;
  return (await view([row]))[0] ?? null;
}

/** The desk's search by order number, address or the shop's own id. */
export async function searchOrders(query: string, take = 20): Promise<OrderView[]> {
  const key = orderNumberKey(query);
  if (key === '') return [];
  const rows = await db.order.findMany({
    where: { OR: [{ numberKey: key }, { externalId: query }, { email: query.toLowerCase() }] },
    include: shape,
    orderBy: { createdAt: 'desc' },
    take,
  });
  return view(rows);
}

/** The order that belongs to a number and an address together; the newest when a shop used a number twice. */
export function findOrder(lookup: { number: string; email: string }) {
  return db.order.findFirst({
    where: { numberKey: orderNumberKey(lookup.number), email: lookup.email },
    orderBy: { createdAt: 'desc' },
    select: { id: true, linkNonce: true },
  });
}

async function view(rows: Row[]): Promise<OrderView[]> {
  const { refundWindowDays } = await shopSettings();
  const at = now();
  return rows.map((row) => {
    const { currency } = row;
    const money = (amountMinor: number): Money => ({ amountMinor, currency });
    const decision = decideAsking(row, row.refunds, refundWindowDays, at);
    const pieces = itemsLeft(row);
    return {
      id: row.id,
      externalId: row.externalId,
      number: row.number,
      email: row.email,
      placedAt: row.paidAt ?? row.createdAt,
      total: money(row.totalMinor),
      tax: money(row.taxMinor),
      shipping: money(row.shippingMinor),
      captured: money(row.capturedMinor),
      method: {
        label: row.methodLabel,
        kind: METHOD_KINDS.find((kind) => kind === row.methodKind) ?? null,
      },
      country: row.country === '' ? null : row.country,
      policy: readSnapshot(row.policySnapshot),
      items: row.items.map(({ id, name, quantity, unitMinor }) => ({
        id,
        name,
        quantity,
        left: quantity - (pieces.find((item) => item.id === id)?.refunded ?? 0),
        unit: money(unitMinor),
      })),
      refunds: row.refunds.map((refund) => ({
        id: refund.id,
        state: refund.state,
        amount: money(refund.amountMinor),
        createdAt: refund.createdAt,
      })),
      decision: decision.ok
        ? { ok: true, amount: money(decision.amountMinor), isLate: decision.isLate }
        : decision,
      refundableUntil: refundableUntil(row, refundWindowDays),
      byHand: row.provider === 'manual',
      mailLink: orderLink(row, at),
    };
  });
}
