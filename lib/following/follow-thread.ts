import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { FollowReason } from '@/lib/following/schema';
import { newId } from '@/lib/ids';

/** Has somebody hear of a thread because of what they did in it. Whoever follows it already keeps the first reason, and
 * whoever stopped it stays away: only the button starts it again. */
export async function followThread(
  tx: Tx,
  personId: string,
  threadId: string,
  reason: Exclude<FollowReason, 'chosen'>,
): Promise<void> {
  await tx.follow.upsert({
    where: { personId_threadId: { personId, threadId } },
    create: { id: newId(), personId, threadId, reason, at: now() },
    update: {},
  });
}
