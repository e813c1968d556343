import type { Actor } from '@/lib/accounts/schema';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import {
  type ReachedReply,
  type ReachedThread,
  reachReply,
  reachThread,
  threadIdOf,
} from '@/lib/forum/reach-thread';

export type FoundThread = { thread: ReachedThread };
export type FoundReply = FoundThread & { reply: ReachedReply };

/** The policy's word on what was found: why this person may not, or null when they may. */
type Refuse<Found, Reason extends string> = (found: Found) => Reason | null;
type Act<Found, Done, Reason extends string> = (tx: Tx, found: Found) => Promise<Outcome<Done, Reason>>;

/** A reply is moved again while it is looked for only as often as somebody merges and splits meanwhile. */
const LOOKS = 3;

/** One act on a thread, in a transaction: found within this person's reach, locked, allowed, done. */
export function onThread<Done, Reason extends string>(
  threadId: string,
  actor: Actor,
  refuse: Refuse<FoundThread, Reason>,
  act: Act<FoundThread, Done, Reason>,
): Promise<Outcome<Done, Reason | 'not-found'>> {
  return transaction(async (tx) => {
    const thread = await reachThread(tx, threadId, actor);
    return thread ? perform(tx, { thread }, refuse, act) : { ok: false, reason: 'not-found' };
  });
}

/** The same on a reply of a given thread; a reply of another thread is not found. */
export function onReplyOf<Done, Reason extends string>(
  { threadId, replyId }: { threadId: string; replyId: string },
  actor: Actor,
  refuse: Refuse<FoundReply, Reason>,
  act: Act<FoundReply, Done, Reason>,
): Promise<Outcome<Done, Reason | 'not-found'>> {
  return transaction(async (tx) => {
    const found = await reachReply(tx, threadId, replyId, actor);
    return found ? perform(tx, found, refuse, act) : { ok: false, reason: 'not-found' };
  });
}

/** The same on a reply wherever it stands, also when it is moved to another thread meanwhile. */
export async function onReply<Done, Reason extends string>(
  replyId: string,
  actor: Actor,
  refuse: Refuse<FoundReply, Reason>,
  act: Act<FoundReply, Done, Reason>,
): Promise<Outcome<Done, Reason | 'not-found'>> {
  let threadId = await threadIdOf(replyId);
  for (let look = 0; look < LOOKS && threadId !== null; look += 1) {
    const outcome = await onReplyOf({ threadId, replyId }, actor, refuse, act);
    if (outcome.ok || outcome.reason !== 'not-found') return outcome;
    const before = threadId;
    threadId = await threadIdOf(replyId);
    if (threadId === before) break;
  }
  return { ok: false, reason: 'not-found' };
}

async function perform<Found, Done, Reason extends string>(
  tx: Tx,
  found: Found,
  refuse: Refuse<Found, Reason>,
  act: Act<Found, Done, Reason>,
): Promise<Outcome<Done, Reason>> {
  const reason = refuse(found);
  return reason === null ? act(tx, found) : { ok: false, reason };
}
