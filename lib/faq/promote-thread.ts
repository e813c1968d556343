import type { Actor } from '@/lib/accounts/schema';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canWriteArticles } from '@/lib/faq/policy';
import { bodyFromAnswers } from '@/lib/faq/rules';
import { BODY_MAX } from '@/lib/faq/schema';
import { insertArticle } from '@/lib/faq/write-article';

type Promoted = Outcome<{ id: string; slug: string; isNew: boolean }, 'not-allowed' | 'not-found'>;

/** Makes a draft article of a thread: its title and its accepted answers, to be edited and published by hand.
 * A thread has one article; asking again answers with it. */
export async function promoteThread(threadId: string, actor: Actor): Promise<Promoted> {
  if (!canWriteArticles(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await transaction((tx) => promote(tx, threadId, actor));
  } catch (error) {
    // A second click was faster (or an address was taken): its article is there now.
    if (isUniqueViolation(error)) return transaction((tx) => promote(tx, threadId, actor, true));
    throw error;
  }
}

async function promote(tx: Tx, threadId: string, actor: Actor, isLastTry = false): Promise<Promoted> {
  const known = await tx.article.findUnique({
    where: { fromThreadId: threadId },
    select: { id: true, slug: true },
  });
  if (known) return { ok: true, ...known, isNew: false };
  const thread = await tx.thread.findFirst({
    where: { id: threadId, hiding: null, mergedIntoId: null },
    select: {
      title: true,
      body: true,
      categoryId: true,
      tags: { select: { tag: { select: { name: true } } } },
      accepted: {
        where: { reply: { hiding: null } },
        orderBy: { at: 'asc' },
        select: { reply: { select: { body: true } } },
      },
    },
  });
  if (!thread) return { ok: false, reason: 'not-found' };
  const acceptedBodies = thread.accepted.map((answer) => answer.reply.body);
  const fields = {
    title: thread.title,
    body: bodyFromAnswers({ body: thread.body, acceptedBodies }).slice(0, BODY_MAX),
    keywords: thread.tags.map(({ tag }) => tag.name).join(', '),
    state: 'draft' as const,
    categoryId: thread.categoryId,
    fromThreadId: threadId,
  };
  const article = await insertArticle(tx, actor.id, fields, isLastTry);
  return { ok: true, ...article, isNew: true };
}
