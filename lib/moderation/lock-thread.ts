import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { recountThread } from '@/lib/forum/recount-thread';
import { newId } from '@/lib/ids';
import { findPost } from '@/lib/moderation/find-post';
import { canModerate } from '@/lib/moderation/policy';
import { recordModeration } from '@/lib/moderation/record-entry';
import type { ModerationReason } from '@/lib/moderation/schema';

type Input = { threadId: string; reason: string };
type Locked = Outcome<{ threadId: string }, ModerationReason>;

/** Closes a thread for replies, votes and edits; it stays readable and findable. Locking twice locks once. */
export async function lockThread(input: Input, actor: Actor): Promise<Locked> {
  if (!canModerate(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await write(input, actor);
  } catch (error) {
    // Two of the staff at once: the other one's row is there now.
    if (isUniqueViolation(error)) return write(input, actor);
    throw error;
  }
}

function write({ threadId, reason }: Input, actor: Actor): Promise<Locked> {
  return transaction(async (tx) => {
    // Locks the thread's row, so that no reply is being written while it closes.
    await recountThread(tx, threadId);
    const thread = await findPost(tx, { kind: 'thread', id: threadId });
    if (!thread) return { ok: false, reason: 'not-found' };
    const found = await tx.threadLock.count({ where: { threadId } });
    if (found === 0) {
      await tx.threadLock.create({ data: { id: newId(), threadId, byId: actor.id, reason, at: now() } });
      await recordModeration(tx, {
        action: 'lock',
        subjectKind: 'thread',
        subjectId: threadId,
        byId: actor.id,
        reason,
      });
    }
    return { ok: true, threadId };
  });
}
