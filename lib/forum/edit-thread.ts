import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { noteEvent } from '@/lib/forum/note-event';
import { canEditThread } from '@/lib/forum/policy';
import { isVisibleEdit, threadHref } from '@/lib/forum/rules';
import type { EditThread, EditThreadReason } from '@/lib/forum/schema';
import { setTags } from '@/lib/forum/set-tags';
import { type FoundThread, onThread } from '@/lib/forum/within-reach';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { maskMoney } from '@/lib/masking/mask-text';
import { slugify } from '@/lib/slug';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

type Edited = Outcome<{ id: string; href: string }, EditThreadReason>;

/** Changes a question; what is not given stays. After five minutes, or by the staff at any time, the old words are kept
 * in the history. */
export async function editThread(input: EditThread, actor: Actor): Promise<Edited> {
  const at = now();
  const refuse = ({ thread }: FoundThread) => (canEditThread(actor, thread, at) ? null : 'not-allowed');
  return onThread(input.threadId, actor, refuse, async (tx, { thread }): Promise<Edited> => {
    const title = input.title === undefined ? thread.title : maskMoney(input.title).text;
    const body = input.body === undefined ? thread.body : maskMoney(input.body).text;
    let categoryId = thread.categoryId;
    if (input.category !== undefined) {
      const category = await tx.category.findUnique({
        where: { slug: input.category },
        select: { id: true },
      });
      if (!category) return { ok: false, reason: 'category-unknown', field: 'category' };
      categoryId = category.id;
    }
    const wordsChanged = title !== thread.title || body !== thread.body;
    const shown = wordsChanged && (actor.id !== thread.authorId || isVisibleEdit(thread.createdAt, at));
    if (shown) {
      await tx.postRevision.create({
        data: {
          id: newId(),
          threadId: thread.id,
          title: thread.title,
          body: thread.body,
          byId: actor.id,
          at,
        },
      });
    }
    const slug = title === thread.title ? thread.slug : slugify(title);
    await tx.thread.update({
      where: { id: thread.id },
      // An edited post is no longer the same words; asking the old ones again makes a new thread.
      data: {
        title,
        body,
        slug,
        categoryId,
        ...(wordsChanged ? { dedupeKey: null } : {}),
        ...(shown ? { editedAt: at } : {}),
      },
    });
    await attachUploads(tx, { threadId: thread.id }, uploadsInText(body), {
      actorId: actor.id,
      holder: null,
    });
    if (categoryId !== thread.categoryId) {
      const from = await tx.category.findUnique({
        where: { id: thread.categoryId },
        select: { name: true },
      });
      await noteEvent(tx, thread.id, { kind: 'moved', byId: actor.id, note: from?.name ?? '' });
    }
    if (input.tags) await setTags(tx, thread.id, input.tags);
    if (wordsChanged) await enqueue(tx, 'forum.post-edited', { threadId: thread.id, replyId: null });
    await enqueue(tx, 'forum.thread-changed', { threadId: thread.id });
    return { ok: true, id: thread.id, href: threadHref({ id: thread.id, slug }) };
  });
}
