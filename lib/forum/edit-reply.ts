import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canEditReply } from '@/lib/forum/policy';
import { reachReply, threadIdOf } from '@/lib/forum/reach-thread';
import { isVisibleEdit } from '@/lib/forum/rules';
import type { EditReply, EditReplyReason } from '@/lib/forum/schema';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { maskMoney } from '@/lib/masking/mask-text';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

/** Changes a reply. After five minutes, or by the staff at any time, the old words are kept in the history. */
export async function editReply(
  given: EditReply,
  actor: Actor,
): Promise<Outcome<{ replyId: string; threadId: string }, EditReplyReason>> {
  const input = { ...given, body: maskMoney(given.body).text };
  const threadId = await threadIdOf(input.replyId);
  if (threadId === null) return { ok: false, reason: 'not-found' };
  return transaction(async (tx) => {
    const found = await reachReply(tx, threadId, input.replyId, actor);
    if (!found) return { ok: false, reason: 'not-found' };
    const { thread, reply } = found;
    const at = now();
    if (!canEditReply(actor, thread, reply, at)) return { ok: false, reason: 'not-allowed' };
    if (input.body === reply.body) return { ok: true, replyId: reply.id, threadId };
    const shown = actor.id !== reply.authorId || isVisibleEdit(reply.createdAt, at);
    if (shown) {
      await tx.postRevision.create({
        data: { id: newId(), replyId: reply.id, body: reply.body, byId: actor.id, at },
      });
    }
    await tx.reply.update({
      where: { id: reply.id },
      data: { body: input.body, dedupeKey: null, ...(shown ? { editedAt: at } : {}) },
    });
    await enqueue(tx, 'forum.post-edited', { threadId, replyId: reply.id });
    const who = { actorId: actor.id, holder: null };
    await attachUploads(tx, { replyId: reply.id }, uploadsInText(input.body), who);
    await enqueue(tx, 'forum.thread-changed', { threadId });
    return { ok: true, replyId: reply.id, threadId };
  });
}
