import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { checkRefund } from '@/lib/refunds/check-refund';
import { isOverdue, LAST_LOOK } from '@/lib/refunds/rules';

/** One sweep looks at this many; the next comes a minute later. */
const AT_MOST = 200;

/** Picks up what nobody works on any more: claims of processes that died, tries whose job was lost, refunds that have
 * been on their way for long. */
export async function sweepRefunds(): Promise<void> {
  const at = now();
  const candidates = await db.refund.findMany({
    where: {
      OR: [
        { state: { in: ['requested', 'submitting', 'unknown'] } },
        { state: 'pending', updatedAt: { lt: later(at, -LAST_LOOK) } },
      ],
    },
    orderBy: { updatedAt: 'asc' },
    take: AT_MOST,
  });
  for (const refund of candidates) {
    if (!isOverdue(refund, at)) continue;
    try {
      await checkRefund(refund.id);
    } catch (error) {
      log.error('refund.sweep-failed', { refund: refund.id, error: messageOf(error) });
    }
  }
}
