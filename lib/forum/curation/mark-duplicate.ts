import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { pointDuplicates, recountDuplicates } from '@/lib/forum/curation/point-duplicates';
import { reachPair } from '@/lib/forum/curation/reach-pair';
import type { PairReason, PointAtThread } from '@/lib/forum/curation/schema';
import { noteEvent } from '@/lib/forum/note-event';
import { canMarkDuplicate } from '@/lib/forum/policy';

type Marked = { threadId: string; targetId: string };

/** Says that a thread is about the same problem as another one, which is then where to read on. A target that is itself a
 * duplicate stands for its own target, and what led to this thread leads there, too. Saying it twice says it once. */
export async function markDuplicate(
  input: PointAtThread,
  actor: Actor,
): Promise<Outcome<Marked, PairReason>> {
  return transaction(async (tx) => {
    const pair = await reachPair(tx, input, actor, true);
    if (!pair.ok) return pair;
    const { thread, target } = pair;
    if (!canMarkDuplicate(actor, thread)) return { ok: false, reason: 'not-allowed' };
    const answer = { ok: true as const, threadId: thread.id, targetId: target.id };
    const before = await tx.duplicateLink.findUnique({
      where: { threadId: thread.id },
      select: { targetId: true },
    });
    if (before?.targetId === target.id) return answer;
    await tx.duplicateLink.deleteMany({ where: { threadId: thread.id } });
    await tx.duplicateLink.create({
      data: { threadId: thread.id, targetId: target.id, byId: actor.id, at: now() },
    });
    if (before) await recountDuplicates(tx, before.targetId);
    await pointDuplicates(tx, thread.id, target.id);
    await noteEvent(tx, thread.id, { kind: 'duplicate', byId: actor.id, otherThreadId: target.id });
    return answer;
  });
}
