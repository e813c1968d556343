import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { canEditReply } from '@/lib/forum/policy';
import { isVisibleEdit } from '@/lib/forum/rules';
import type { EditReply, EditReplyReason } from '@/lib/forum/schema';
import { type FoundReply, onReply } from '@/lib/forum/within-reach';
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
  const at = now();
  const refuse = ({ thread, reply }: FoundReply) =>
    canEditReply(actor, thread, reply, at) ? null : 'not-allowed';
  return onReply(input.replyId, actor, refuse, async (tx, { thread, reply }) => {
    const threadId = thread.id;
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
