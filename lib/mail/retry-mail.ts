import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/queue';

/** Sends a mail once more that was refused or given up. A mail that is sent, or that a job is about to send, is left
 * alone: nobody gets it twice. Only the owner may. */
export async function retryMail(
  id: string,
  actor: Actor,
): Promise<Outcome<{ id: string }, 'not-allowed' | 'not-found' | 'under-way'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    // Writing first takes the row: of two clicks the second sees the first's job.
    const taken = await tx.mail.updateMany({
      where: { id, state: { not: 'sent' } },
      data: { state: 'waiting' },
    });
    if (taken.count === 0) return { ok: false, reason: 'not-found' } as const;
    const underWay = await tx.job.count({
      where: {
        event: 'mail.queued',
        payload: JSON.stringify({ mailId: id }),
        state: { in: ['waiting', 'running'] },
      },
    });
    if (underWay > 0) return { ok: false, reason: 'under-way' } as const;
    await enqueue(tx, 'mail.queued', { mailId: id });
    return { ok: true, id } as const;
  });
}

/** What a person reads when it says no. */
export const retryMailWords = {
  'not-allowed': 'Only the owner can do this.',
  'not-found': 'This mail is not waiting any more; it was sent.',
  'under-way': 'This mail is about to be sent again already.',
};
