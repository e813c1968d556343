import { db } from '@/lib/db/client';
import { BEHAVIOURS, type Behaviour } from '@/lib/refunds/providers/pretend-behaviours';
import { requestRefund } from '@/lib/refunds/request-refund';
import { anOrder, buyerOf } from '../an-order';

/** How a refund ends within five minutes when its provider behaves so: its state, how often the provider made it, and the mails
 * that are true by then. A provider that keeps a 500 for a day leaves it open, and says nothing to anybody. */
type End = { state: string; made: number; mails: string };
const WELL: End = { state: 'succeeded', made: 1, mails: 'approved succeeded' };
const OTHERWISE: Partial<Record<Behaviour, End>> = {
  fail_later: { state: 'failed', made: 1, mails: 'approved succeeded failed' },
  refused: { state: 'failed', made: 0, mails: 'approved failed' },
  disputed: { state: 'disputed', made: 0, mails: 'approved disputed' },
  error500_before: { state: 'unknown', made: 0, mails: 'approved' },
};
const ORDER = ['approved', 'disputed', 'succeeded', 'failed'];

export type FaultTally = { behaviour: Behaviour; refunds: number; asExpected: number; others: string[] };

/** Every behaviour of the pretend provider, `times` refunds each, all at once.
 * @param settle lets the shop do its work for five minutes */
export async function faultStorm(times: number, settle: () => Promise<unknown>): Promise<FaultTally[]> {
  const behaviours: Behaviour[] = ['ok', ...BEHAVIOURS];
  const asked = new Map<Behaviour, string[]>();
  for (const behaviour of behaviours) {
    const refunds: string[] = [];
    for (let time = 0; time < times; time += 1) {
      // Small, so that all of them together stay below the day's total.
      const order = await anOrder({ totalMinor: 100, paymentRef: `pretend_${behaviour}_storm${time}` });
      const outcome = await requestRefund({ orderId: order.id }, buyerOf(order), 'page');
      refunds.push(outcome.ok ? outcome.refundId : outcome.reason);
    }
    asked.set(behaviour, refunds);
  }
  await settle();
  const tallies: FaultTally[] = [];
  for (const [behaviour, refunds] of asked) {
    const wanted = tell(OTHERWISE[behaviour] ?? WELL);
    const ends = await Promise.all(refunds.map(async (refundId) => tell(await endOf(refundId))));
    const others = [...new Set(ends.filter((end) => end !== wanted))];
    const asExpected = ends.filter((end) => end === wanted).length;
    tallies.push({ behaviour, refunds: refunds.length, asExpected, others });
  }
  return tallies;
}

async function endOf(refundId: string): Promise<End> {
  const refund = await db.refund.findUnique({ where: { id: refundId } });
  const made = await db.pretendRefund.count({
    where: { OR: [{ refundId }, { id: refund?.providerRefundId ?? '' }] },
  });
  const mails = await db.mail.findMany({ where: { dedupeKey: { endsWith: `:${refundId}` } } });
  const told = mails.map(({ dedupeKey }) => dedupeKey.split(':')[0]?.replace('refund-', '') ?? '');
  told.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return { state: refund?.state ?? 'none', made, mails: told.join(' ') };
}

function tell({ state, made, mails }: End): string {
  return `${state}, made ${made} times, mailed: ${mails}`;
}
