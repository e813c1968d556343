import type { Prisma } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { fillIn, type OrderColumns, type OrderFacts } from '@/lib/refunds/orders/order-facts';
import { isSameLines, type KnownLine, type MergedLine, mergeLines } from '@/lib/refunds/orders/rules';
import type { SaveOrderReason } from '@/lib/refunds/orders/schema';
import { INQUIRY } from '@/lib/refunds/orders/told-order';
import { disputedSince, disputeRow, toldRefundRows } from '@/lib/refunds/orders/told-rows';
import { heldMinor, holdsMoney } from '@/lib/refunds/rules';

/** What has to be known of an order before it is changed. */
export const knownShape = {
  items: {
    orderBy: { position: 'asc' },
    include: { refunded: { include: { refund: { select: { state: true } } } } },
  },
  refunds: { include: { events: { where: { position: 0 } } } },
  disputes: true,
} satisfies Prisma.OrderInclude;
export type KnownOrder = Prisma.OrderGetPayload<{ include: typeof knownShape }>;

export type Change = {
  columns: Partial<OrderColumns> & { disputedAt?: Date | null };
  lines: MergedLine[] | null;
  refunds: Prisma.RefundCreateManyInput[];
  events: Prisma.RefundEventCreateManyInput[];
  newDisputes: Prisma.DisputeCreateManyInput[];
  movedDisputes: { id: string; data: Prisma.DisputeUncheckedUpdateInput }[];
};

/** What becomes of a known order when it is told again; null for nothing. */
export function planChange(
  known: KnownOrder,
  facts: OrderFacts,
  at: Date,
): Outcome<{ change: Change | null }, SaveOrderReason> {
  const isLate =
    known.changedAtShop && facts.columns.changedAtShop && facts.columns.changedAtShop < known.changedAtShop;
  if (isLate) return { ok: true, change: null };
  const hasRefunds = known.refunds.length > 0;
  if (known.currency !== facts.columns.currency && (hasRefunds || facts.byPayment)) {
    return { ok: false, reason: 'currency-fixed', field: 'currency' };
  }
  const filled = facts.byPayment ? fillIn(known, facts.columns) : facts.columns;
  const changedAtShop = filled.changedAtShop ?? known.changedAtShop;
  const payment = hasRefunds ? { provider: known.provider, paymentRef: known.paymentRef } : {};
  const wanted = { ...filled, changedAtShop, ...payment };
  if (wanted.capturedMinor < heldMinor(known.refunds) && wanted.capturedMinor < known.capturedMinor) {
    return { ok: false, reason: 'captured-below-refunded', field: 'capturedMinor' };
  }
  const columns: Change['columns'] = changedColumns(known, wanted, facts.columns);
  const lines = linesOf(known);
  const keepsLines = facts.byPayment && lines.length > 0;
  const merged = keepsLines ? null : mergeLines(lines, facts.items);
  const disputes = planDisputes(known, facts, at);
  if (disputes.disputedAt?.getTime() !== known.disputedAt?.getTime()) {
    columns.disputedAt = disputes.disputedAt;
  }
  const change: Change = {
    columns,
    lines: merged === null || isSameLines(lines, merged) ? null : merged,
    ...toldRefundRows({ ...known, ...wanted, id: known.id }, known.refunds, facts.refunds, at),
    newDisputes: disputes.created,
    movedDisputes: disputes.moved,
  };
  const isNothing =
    Object.keys(columns).length === 0 &&
    change.lines === null &&
    [change.refunds, change.newDisputes, change.movedDisputes].every((rows) => rows.length === 0);
  return { ok: true, change: isNothing ? null : change };
}

/** Of the columns that a teller decides, those that would change. */
function changedColumns(known: KnownOrder, wanted: OrderColumns, told: OrderColumns): Partial<OrderColumns> {
  const keys = Object.keys(told) as (keyof OrderColumns)[];
  return Object.fromEntries(
    keys.filter((key) => !isEqual(known[key], wanted[key])).map((key) => [key, wanted[key]]),
  );
}

function isEqual(a: OrderColumns[keyof OrderColumns], b: OrderColumns[keyof OrderColumns]): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}

function linesOf(known: KnownOrder): KnownLine[] {
  return known.items.map(({ id, name, quantity, unitMinor, refunded }) => {
    const held = refunded.filter(({ refund }) => holdsMoney(refund.state));
    const pieces = held.reduce((sum, line) => sum + line.quantity, 0);
    return {
      id,
      name,
      quantity,
      unitMinor,
      refunded: Math.max(pieces, ...refunded.map((line) => line.quantity)),
    };
  });
}

/** A bank closes a dispute once: what says that a closed one is open comes late. An export names no dispute, so one of the
 * same amount is the same one. */
function planDisputes(known: KnownOrder, facts: OrderFacts, at: Date) {
  const created: Change['newDisputes'] = [];
  const moved: Change['movedDisputes'] = [];
  const states = new Map(
    known.disputes.map(({ id, state, reason, openedAt }) => [id, { state, reason, openedAt }]),
  );
  for (const told of facts.disputes) {
    const same =
      known.disputes.find(({ providerDisputeId }) => providerDisputeId === told.id) ??
      known.disputes.find(({ amountMinor }) => amountMinor === told.amountMinor);
    if (!same) {
      created.push(disputeRow(known, told, at));
      states.set(told.id, told);
    } else if (same.state === 'open' && (told.state !== 'open' || isGraver(same.reason, told.reason))) {
      const closedAt = told.state === 'open' ? null : at;
      moved.push({ id: same.id, data: { state: told.state, reason: told.reason, closedAt } });
      states.set(same.id, told);
    }
  }
  const isTold = created.length > 0 || moved.length > 0;
  const since = isTold ? disputedSince([...states.values()]) : known.disputedAt;
  return { created, moved, disputedAt: since && (known.disputedAt ?? since) };
}

/** A question of the bank may become a dispute, never the other way round. */
function isGraver(known: string, told: string): boolean {
  return known.startsWith(INQUIRY) && !told.startsWith(INQUIRY);
}
