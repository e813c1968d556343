import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { afterCommit, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { wakeWorker } from '@/lib/jobs/wake';

/** Gives a parked job one more try, now. Its tries go on being counted (the number is what tells two workers' claims
 * apart), so when it fails again it is parked again at once. Only the owner may. */
export async function retryJob(
  id: string,
  actor: Actor,
): Promise<Outcome<{ id: string }, 'not-allowed' | 'not-parked'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const revived = await tx.job.updateMany({
      where: { id, state: 'parked' },
      data: { state: 'waiting', runAt: now(), finishedAt: null },
    });
    if (revived.count === 0) return { ok: false, reason: 'not-parked' } as const;
    afterCommit(tx, wakeWorker);
    return { ok: true, id } as const;
  });
}

/** What a person reads when it says no. */
export const retryJobWords = {
  'not-allowed': 'Only the owner can do this.',
  'not-parked': 'This job is not waiting for you any more; it was tried again or is done.',
};
