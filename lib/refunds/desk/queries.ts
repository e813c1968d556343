import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { later, now } from '@/lib/clock';
import { db, Prisma } from '@/lib/db/client';
import type { Money } from '@/lib/money';
import { countOpenDisputes } from '@/lib/refunds/desk/dispute-queries';
import type { RefundFilter } from '@/lib/refunds/desk/filter';
import { NEEDS, type Need, needOf, QUIET_AFTER } from '@/lib/refunds/desk/rules';
import { whereOf } from '@/lib/refunds/desk/where';
import type { WaitsFor } from '@/lib/refunds/providers/provider';
import { type ReasonKind, reasonKindOf } from '@/lib/refunds/reasons';
import { isTickedByHand } from '@/lib/refunds/rules';
import { type Alternative, causeWords, ELSEWHERE, type RefundState } from '@/lib/refunds/schema';
import { shopSettings } from '@/lib/settings/queries';

export type DeskRefund = {
  id: string;
  orderNumber: string;
  email: string;
  state: RefundState;
  /** The shop pays it itself. */
  byHand: boolean;
  provider: string;
  amount: Money;
  createdAt: Date;
  attempts: number;
  failureReason: string | null;
  /** What one on its way waits for, where the provider says so. */
  waitsFor: WaitsFor | null;
  reasonKind: ReasonKind | null;
  reason: string;
  replacedBy: Alternative | null;
  /** Why it waits for the owner, in words, and until when that was promised. */
  queued: { why: string; promisedBy: Date | null; isLate: boolean } | null;
  need: Need | null;
  can: { release: boolean; tick: boolean; undoTick: boolean; finishInstead: boolean };
};

const shape = {
  order: { select: { number: true, email: true } },
  events: { where: { position: 0 } },
} satisfies Prisma.RefundInclude;
type Row = Prisma.RefundGetPayload<{ include: typeof shape }>;

/** One page of the refunds of a filter, the newest first. */
export async function deskRefunds(
  actor: Actor,
  options: { filter: RefundFilter; page: number; perPage: number },
): Promise<{ items: DeskRefund[]; total: number }> {
  const { timeZone } = await shopSettings();
  const where = await whereOf(options.filter, timeZone);
  const [rows, total, open] = await Promise.all([
    db.refund.findMany({
      where,
      include: shape,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (options.page - 1) * options.perPage,
      take: options.perPage,
    }),
    db.refund.count({ where }),
    openFailures(),
  ]);
  return { total, items: rows.map((row) => view(row, open, actor)) };
}

/** Each need shows this many; the list below has the others. */
const SHOWN_OF_EACH = 10;
/** More than an owner can look through; the numbers end here. */
const NEEDS_AT_MOST = 2000;

export type NeedGroup = { need: Need; total: number; items: DeskRefund[] };

/** What only the owner can bring on, the most urgent kind first and the oldest first in each. */
export async function refundsInNeed(actor: Actor): Promise<NeedGroup[]> {
  const open = await openFailures();
  const rows = await db.refund.findMany({
    where: inNeed(open),
    include: shape,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: NEEDS_AT_MOST,
  });
  const views = rows.map((row) => view(row, open, actor));
  return NEEDS.map((need) => {
    const items = views.filter((refund) => refund.need === need);
    return { need, total: items.length, items: items.slice(0, SHOWN_OF_EACH) };
  }).filter(({ total }) => total > 0);
}

export type WaitingSum = { count: number; amounts: Money[]; until: Date; promisedBy: Date | null };

/** What one tap would approve: all that waits now; null when nothing does. */
export async function waitingSum(): Promise<WaitingSum | null> {
  const where = { state: 'queued' as const };
  const [all, groups] = await Promise.all([
    db.refund.aggregate({
      where,
      _count: { _all: true },
      _max: { createdAt: true },
      _min: { promisedBy: true },
    }),
    db.refund.groupBy({ by: ['currency'], where, _sum: { amountMinor: true }, orderBy: { currency: 'asc' } }),
  ]);
  if (!all._max.createdAt) return null;
  return {
    count: all._count._all,
    amounts: groups.map(({ currency, _sum }) => ({ amountMinor: _sum.amountMinor ?? 0, currency })),
    until: all._max.createdAt,
    promisedBy: all._min.promisedBy,
  };
}

/** How many refunds and disputes need the owner. */
export async function countRefundsForOwner(): Promise<number> {
  const [refunds, disputes] = await Promise.all([
    openFailures().then((open) => db.refund.count({ where: inNeed(open) })),
    countOpenDisputes(),
  ]);
  return refunds + disputes;
}

/** Those that did not arrive or are held by a bank, about which nobody wrote down what was done, and that no later refund of
 * their order took the place of. What had been refunded elsewhere before is no trouble. */
async function openFailures(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT r."id" FROM "Refund" r
    WHERE r."state" IN ('failed', 'disputed') AND COALESCE(r."failureReason", '') <> ${ELSEWHERE}
      AND NOT EXISTS (SELECT 1 FROM "RefundNote" n WHERE n."refundId" = r."id" AND n."kind" = 'settled')
      AND NOT EXISTS (SELECT 1 FROM "Refund" l WHERE l."orderId" = r."orderId" AND l."seq" > r."seq"
        AND l."state" NOT IN ('failed', 'canceled'))
    ORDER BY r."updatedAt" DESC LIMIT 500`);
  return rows.map(({ id }) => id);
}

function inNeed(open: readonly string[]): Prisma.RefundWhereInput {
  return {
    OR: [
      { state: 'queued' },
      { id: { in: [...open] } },
      {
        state: 'unknown',
        OR: [{ failureReason: 'needs-review' }, { firstAttemptAt: { lte: later(now(), -QUIET_AFTER) } }],
      },
      { state: 'pending', OR: [{ provider: 'manual' }, { waitsFor: 'balance' }] },
      { state: 'canceled', replacedBy: { not: null }, replacedDoneAt: null },
    ],
  };
}

function view(row: Row, open: readonly string[], actor: Actor): DeskRefund {
  const at = now();
  const byHand = row.provider === 'manual';
  const need = needOf(row, open.includes(row.id), at);
  return {
    id: row.id,
    orderNumber: row.order.number,
    email: row.order.email,
    state: row.state,
    byHand,
    provider: row.provider,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    createdAt: row.createdAt,
    attempts: row.attempts,
    failureReason: row.failureReason,
    waitsFor: row.waitsFor as WaitsFor | null,
    reasonKind: reasonKindOf(row.reasonKind),
    reason: row.reason,
    replacedBy: row.replacedBy as Alternative | null,
    queued:
      row.state === 'queued'
        ? {
            why: causeWords(row.events[0]?.cause ?? ''),
            promisedBy: row.promisedBy,
            isLate: row.promisedBy !== null && row.promisedBy <= at,
          }
        : null,
    need,
    can: {
      release: row.state === 'queued' && isOwner(actor),
      tick: byHand && row.state === 'pending' && isOwner(actor),
      undoTick: isTickedByHand(row) && isOwner(actor),
      finishInstead: need === 'instead' && isOwner(actor),
    },
  };
}
