import type { Actor } from '@/lib/accounts/schema';
import type { Tx } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import type { PairReason, PointAtThread } from '@/lib/forum/curation/schema';
import { type ReachedThread, reachThread } from '@/lib/forum/reach-thread';

type Pair = { thread: ReachedThread; target: ReachedThread };

/** Leads are kept short (a lead to a lead is made a lead to its end), so more than this is a circle. */
const LEADS_MOST = 10;

/** Finds two threads within this person's reach and locks both, always the lower id first, so that two acts on the same pair
 * wait for each other instead of each other's lock. What was merged leads on to where it is.
 * @param throughDuplicates a target that is itself the same problem as another one stands for that one */
export async function reachPair(
  tx: Tx,
  input: PointAtThread,
  actor: Actor,
  throughDuplicates: boolean,
): Promise<Outcome<Pair, PairReason>> {
  for (const id of [input.threadId, input.target].sort()) {
    await tx.thread.updateMany({ where: { id }, data: { replyCount: { increment: 0 } } });
  }
  const thread = await reachThread(tx, input.threadId, actor);
  if (!thread) return { ok: false, reason: 'not-found' };
  let wanted = input.target;
  for (let leads = 0; leads < LEADS_MOST; leads += 1) {
    const target = await reachThread(tx, wanted, actor);
    const on = target ? await duplicateTarget(tx, wanted, throughDuplicates) : await mergeTarget(tx, wanted);
    if (on !== null) {
      wanted = on;
      continue;
    }
    if (!target) return { ok: false, reason: 'target-unknown' };
    if (target.id === thread.id) return { ok: false, reason: 'same' };
    if (target.isHidden) return { ok: false, reason: 'target-hidden' };
    return { ok: true, thread, target };
  }
  return { ok: false, reason: 'same' };
}

async function duplicateTarget(tx: Tx, threadId: string, isAsked: boolean): Promise<string | null> {
  if (!isAsked) return null;
  const link = await tx.duplicateLink.findUnique({ where: { threadId }, select: { targetId: true } });
  return link?.targetId ?? null;
}

async function mergeTarget(tx: Tx, threadId: string): Promise<string | null> {
  const row = await tx.thread.findUnique({ where: { id: threadId }, select: { mergedIntoId: true } });
  return row?.mergedIntoId ?? null;
}
