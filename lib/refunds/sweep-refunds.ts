import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { checkRefund } from '@/lib/refunds/check-refund';
import { isOverdue, LAST_LOOK } from '@/lib/refunds/rules';

/** One sweep looks after this many; the next comes a minute later. */
const AT_MOST = 200;

/** Picks up what nobody works on any more: claims of processes that died, tries whose job was lost, refunds that have
 * been on their way for long. */
export async function sweepRefunds(): Promise<void> {
  const at = now();
  // All that are open, few columns of each: a provider that is down for a day leaves many that are not due before the one that is.
  const open = await db.refund.findMany({
    where: {
      OR: [
        { state: { in: ['requested', 'submitting', 'unknown'] } },
        { state: 'pending', updatedAt: { lt: later(at, -LAST_LOOK) } },
      ],
    },
    select: {
      id: true,
      state: true,
      undoUntil: true,
      attempts: true,
      leaseUntil: true,
      firstAttemptAt: true,
      lastAttemptAt: true,
      updatedAt: true,
    },
    orderBy: { updatedAt: 'asc' },
  });
  for (const { id } of open.filter((refund) => isOverdue(refund, at)).slice(0, AT_MOST)) {
    try {
      await checkRefund(id);
    } catch (error) {
      log.error('refund.sweep-failed', { refund: id, error: messageOf(error) });
    }
  }
}
