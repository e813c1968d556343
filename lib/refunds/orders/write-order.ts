import { now } from '@/lib/clock';
import type { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { letGoOfTooMuch } from '@/lib/refunds/let-go-of-too-much';
import type { OrderFacts } from '@/lib/refunds/orders/order-facts';
import { type Change, type KnownOrder, knownShape, planChange } from '@/lib/refunds/orders/plan-change';
import type { MergedLine } from '@/lib/refunds/orders/rules';
import type { SaveOrderReason } from '@/lib/refunds/orders/schema';
import { disputedSince, disputeRow, toldRefundRows } from '@/lib/refunds/orders/told-rows';

export type SavedOrder = { orderId: string; change: 'created' | 'updated' | 'unchanged' };

/** Creates or updates one order inside a transaction. What refunds stand on (provider, payment, currency, what was refunded,
 * the lines they name) is not taken away from under them.
 * @param policy the refund policy in force, for an order that is new */
export async function writeOrder(
  tx: Tx,
  facts: OrderFacts,
  policy: string,
): Promise<Outcome<SavedOrder, SaveOrderReason>> {
  const at = now();
  const known = await findLocked(tx, facts);
  if (!known) {
    const rows = rowsOfNew(facts, policy, at);
    await writeRows(tx, [rows]);
    return { ok: true, orderId: rows.order.id, change: 'created' };
  }
  const planned = planChange(known, facts, at);
  if (!planned.ok) return planned;
  if (planned.change === null) return { ok: true, orderId: known.id, change: 'unchanged' };
  await applyChange(tx, known, planned.change, at);
  return { ok: true, orderId: known.id, change: 'updated' };
}

/** Whether these facts would change nothing about the order as it was read; looked at before a transaction is opened. */
export function changesNothing(known: KnownOrder, facts: OrderFacts): boolean {
  const planned = planChange(known, facts, now());
  return planned.ok && planned.change === null;
}

/** The orders of these ids as they are, with all that a change looks at. */
export function findKnown(tx: Pick<Tx, 'order'>, externalIds: string[]): Promise<KnownOrder[]> {
  return tx.order.findMany({ where: { externalId: { in: externalIds } }, include: knownShape });
}

/** Orders that came as a payment first, or whose payment another teller speaks of. */
export function findByPayment(tx: Pick<Tx, 'order'>, provider: string, names: string[]) {
  return tx.order.findMany({
    where: { provider, paymentRef: { in: names } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, externalId: true, paymentRef: true },
  });
}

/** Writing first locks the row: no refund is decided while the amounts change. */
async function findLocked(tx: Tx, facts: OrderFacts): Promise<KnownOrder | null> {
  const { externalId, provider } = facts.columns;
  const raised = { lockVersion: { increment: 1 } };
  const locked = await tx.order.updateMany({ where: { externalId }, data: raised });
  if (locked.count > 0) return tx.order.findUniqueOrThrow({ where: { externalId }, include: knownShape });
  if (facts.paymentNames.length === 0) return null;
  await queueForPayments(tx);
  const same = (await findByPayment(tx, provider, facts.paymentNames)).find(
    (order) => facts.byPayment || isOfPayment(order.externalId, provider),
  );
  if (!same) return null;
  await tx.order.updateMany({ where: { id: same.id }, data: raised });
  return tx.order.findUniqueOrThrow({ where: { id: same.id }, include: knownShape });
}

/** Orders with a payment are made one after the other: a shop and its provider often tell of the same one at once. */
export async function queueForPayments(tx: Tx): Promise<void> {
  const name = 'orders-with-payments';
  await tx.numberSequence.upsert({
    where: { name },
    create: { name, last: 1 },
    update: { last: { increment: 1 } },
  });
}

/** A payment provider made this order, for want of one from the shop; the shop's takes it over. */
function isOfPayment(externalId: string, provider: string): boolean {
  return externalId.startsWith(`${provider}:`);
}

type NewRows = {
  order: Prisma.OrderCreateManyInput;
  items: Prisma.OrderItemCreateManyInput[];
  disputes: Prisma.DisputeCreateManyInput[];
} & ReturnType<typeof toldRefundRows>;

/** All rows of an order that nobody told of before. */
export function rowsOfNew(facts: OrderFacts, policy: string, at: Date): NewRows {
  const id = newId();
  const { columns } = facts;
  const disputes = facts.disputes.map((told) => disputeRow({ ...columns, id }, told, at));
  return {
    order: {
      id,
      ...columns,
      policySnapshot: policy,
      disputedAt: disputedSince(facts.disputes),
      createdAt: at,
      updatedAt: at,
    },
    items: facts.items.map((item, position) => ({ id: newId(), orderId: id, position, ...item })),
    ...toldRefundRows({ ...columns, id }, [], facts.refunds, at),
    disputes,
  };
}

/** Writes the rows of new orders, one statement a table. */
export async function writeRows(tx: Tx, rows: readonly NewRows[]): Promise<void> {
  const data = {
    items: rows.flatMap(({ items }) => items),
    refunds: rows.flatMap(({ refunds }) => refunds),
    events: rows.flatMap(({ events }) => events),
    disputes: rows.flatMap(({ disputes }) => disputes),
  };
  if (rows.length > 0) await tx.order.createMany({ data: rows.map(({ order }) => order) });
  if (data.items.length > 0) await tx.orderItem.createMany({ data: data.items });
  if (data.refunds.length > 0) await tx.refund.createMany({ data: data.refunds });
  if (data.events.length > 0) await tx.refundEvent.createMany({ data: data.events });
  if (data.disputes.length > 0) await tx.dispute.createMany({ data: data.disputes });
}

async function applyChange(tx: Tx, known: KnownOrder, change: Change, at: Date): Promise<void> {
  const { columns, lines, refunds, events, newDisputes, movedDisputes } = change;
  // With another address the order is another person's: what was mailed to the first opens nothing any more.
  const moved = columns.email !== undefined;
  await tx.order.update({
    where: { id: known.id },
    data: { ...columns, ...(moved ? { linkNonce: { increment: 1 }, language: null } : {}), updatedAt: at },
  });
  if (moved) await tx.orderCode.deleteMany({ where: { orderId: known.id } });
  if (lines) await writeLines(tx, known.id, lines);
  if (refunds.length > 0) await tx.refund.createMany({ data: refunds });
  if (events.length > 0) await tx.refundEvent.createMany({ data: events });
  if (refunds.length > 0) await letGoOfTooMuch(tx, known.id);
  if (newDisputes.length > 0) await tx.dispute.createMany({ data: newDisputes });
  for (const { id, data } of movedDisputes) await tx.dispute.update({ where: { id }, data });
}

/** No two lines have one place, not even for a moment, so those that stay step aside first. */
const ASIDE = 1_000_000;

async function writeLines(tx: Tx, orderId: string, lines: readonly MergedLine[]): Promise<void> {
  const staying = lines.flatMap(({ id }) => (id === null ? [] : [id]));
  await tx.orderItem.deleteMany({ where: { orderId, id: { notIn: staying } } });
  await tx.orderItem.updateMany({ where: { orderId }, data: { position: { increment: ASIDE } } });
  for (const [position, { id, ...line }] of lines.entries()) {
    if (id === null) await tx.orderItem.create({ data: { id: newId(), orderId, position, ...line } });
    else await tx.orderItem.update({ where: { id }, data: { position, quantity: line.quantity } });
  }
}
