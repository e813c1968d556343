import { db, type Prisma } from '@/lib/db/client';
import type { Money } from '@/lib/money';

export type OpenDispute = {
  id: string;
  orderNumber: string;
  amount: Money;
  reason: string;
  provider: string;
  openedAt: Date;
};

/** More than these are another matter than a list. */
const SHOWN = 20;

/** The open disputes of orders without a refund that waits for them: those stand among the refunds. */
const OPEN = {
  state: 'open',
  order: { refunds: { none: { state: 'disputed' } } },
} satisfies Prisma.DisputeWhereInput;

/** What banks and buyers dispute and has not ended; the oldest, whose time runs out first, on top. */
export async function openDisputes(): Promise<OpenDispute[]> {
  const rows = await db.dispute.findMany({
    where: OPEN,
    include: { order: { select: { number: true } } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  });
  return rows.map(({ id, order, amountMinor, currency, reason, provider, openedAt }) => ({
    id,
    orderNumber: order.number,
    amount: { amountMinor, currency },
    reason,
    provider,
    openedAt,
  }));
}

/** How many of them there are. */
export function countOpenDisputes(): Promise<number> {
  return db.dispute.count({ where: OPEN });
}
