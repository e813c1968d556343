import { DAY, HOUR, later } from '@/lib/clock';
import type { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import type { AskedLately } from '@/lib/refunds/breaker/rules';
import type { RefundState } from '@/lib/refunds/schema';

/** What went by itself: asked for by a buyer and never held back. What the owner asked for or approved was looked at, so it
 * does not use up what may go unseen. */
const BY_ITSELF = {
  promisedBy: null,
  requestedVia: { not: 'provider' },
  events: { some: { position: 0, cause: 'buyer' } },
} satisfies Prisma.RefundWhereInput;

/** What the breaker counts, in the transaction that decides. The person's count is exact, because the caller has locked their
 * orders; the shop's counts may lag by the few requests that are being decided at this very moment. */
export async function askedLately(
  tx: Tx,
  order: { id: string; email: string; currency: string; refunds: { state: RefundState }[] },
  at: Date,
): Promise<AskedLately> {
  const within = (ms: number) => ({ createdAt: { gt: later(at, -ms) } });
  const byPerson = await tx.refund.count({
    where: { ...within(DAY), requestedVia: { not: 'provider' }, order: { email: order.email } },
  });
  const mayBeCalledOff = order.refunds.some(({ state }) => state === 'canceled');
  const calledOff = mayBeCalledOff
    ? await tx.refund.count({ where: { orderId: order.id, events: { some: { cause: 'called-off' } } } })
    : 0;
  const withinHour = await tx.refund.count({ where: { ...BY_ITSELF, ...within(HOUR) } });
  const total = await tx.refund.aggregate({
    where: {
      ...BY_ITSELF,
      ...within(DAY),
      currency: order.currency,
      state: { notIn: ['failed', 'canceled'] },
    },
    _sum: { amountMinor: true },
  });
  return { wasCalledOff: calledOff > 0, byPerson, withinHour, totalMinor: total._sum.amountMinor ?? 0 };
}
