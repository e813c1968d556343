import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { followThread } from '@/lib/following/follow-thread';
import { type PostingRule, UNLIMITED } from '@/lib/forum/check-limits';
import { dedupeKeyOf, samePostSince, threadHref } from '@/lib/forum/rules';
import type { StartThread, StartThreadReason } from '@/lib/forum/schema';
import { setTags } from '@/lib/forum/set-tags';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { maskMoney } from '@/lib/masking/mask-text';
import { slugify } from '@/lib/slug';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

/** What else is written with a new thread, in its transaction. */
export type Alongside = (tx: Tx, threadId: string) => Promise<void>;
const NOTHING: Alongside = async () => {};
type More = { holder?: string | null; alongside?: Alongside };

type Started = { id: string; href: string; repeated: boolean };

/** Asks a question; cards and account numbers in it are hidden, whoever wrote them. The same words by the same person
 * within ten minutes are the same thread: the first one is the answer, with `repeated`.
 * @param rule what limits posting; the doors pass LIMITED
 * @param more `holder`: the browser whose files the text shows, when it gave them before it was known who writes;
 * `alongside` is not called for a thread that was there already */
export async function startThread(
  given: StartThread,
  actor: Actor,
  rule: PostingRule = UNLIMITED,
  { holder = null, alongside = NOTHING }: More = {},
): Promise<Outcome<Started, StartThreadReason>> {
  const input = { ...given, title: maskMoney(given.title).text, body: maskMoney(given.body).text };
  const category = await db.category.findUnique({
    where: { slug: input.category },
    select: { id: true },
  });
  if (!category) return { ok: false, reason: 'category-unknown', field: 'category' };
  const dedupeKey = dedupeKeyOf(actor.id, 'thread', input.title, input.body);
  try {
    return await write(input, actor, category.id, dedupeKey, rule, { holder, alongside });
  } catch (error) {
    if (!uniqueViolationOn(error, 'dedupeKey')) throw error;
    const first = await db.thread.findUniqueOrThrow({
      where: { dedupeKey },
      select: { id: true, slug: true },
    });
    return { ok: true, id: first.id, href: threadHref(first), repeated: true };
  }
}

async function write(
  input: StartThread,
  actor: Actor,
  categoryId: string,
  dedupeKey: string,
  rule: PostingRule,
  { holder, alongside }: Required<More>,
): Promise<Outcome<Started, StartThreadReason>> {
  return transaction(async (tx) => {
    const at = now();
    await tx.thread.updateMany({
      where: { dedupeKey, createdAt: { lt: samePostSince(at) } },
      data: { dedupeKey: null },
    });
    // Asked first, answered last: a second press waits in the rule for the first, and is the same thread, not too soon.
    const refusal = await rule(tx, 'thread', actor, input.body);
    const first = await tx.thread.findUnique({ where: { dedupeKey }, select: { id: true, slug: true } });
    if (first) return { ok: true, id: first.id, href: threadHref(first), repeated: true };
    if (refusal) return refusal;
    const id = newId();
    const slug = slugify(input.title);
    await tx.thread.create({
      data: {
        id,
        slug,
        title: input.title,
        body: input.body,
        categoryId,
        authorId: actor.id,
        createdAt: at,
        lastActivityAt: at,
        dedupeKey,
      },
    });
    await setTags(tx, id, input.tags);
    await alongside(tx, id);
    await followThread(tx, actor.id, id, 'asked');
    await enqueue(tx, 'forum.thread-started', { threadId: id });
    await attachUploads(tx, { threadId: id }, uploadsInText(input.body), { actorId: actor.id, holder });
    await enqueue(tx, 'forum.thread-changed', { threadId: id });
    return { ok: true, id, href: threadHref({ id, slug }), repeated: false };
  });
}
