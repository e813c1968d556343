import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { visibleReplies, visibleThreads } from '@/lib/forum/make-thread-cards';
import { postHref } from '@/lib/forum/rules';
import { quoteMarkdown } from '@/lib/quote';

/** The quote of a post of this thread, to begin a reply with; '' where this person sees no such post there.
 * @param post the id of a reply, or 'question' */
export async function quoteOf(threadId: string, post: string, actor: Actor | null): Promise<string> {
  const thread = { AND: [{ id: threadId }, visibleThreads(actor)] };
  const author = { select: { name: true } };
  if (post === 'question') {
    const question = await db.thread.findFirst({
      where: thread,
      select: { body: true, author },
    });
    return question ? quoteMarkdown(question.author.name, `/t/${threadId}`, question.body) : '';
  }
  const reply = await db.reply.findFirst({
    where: { AND: [{ id: post, threadId, thread }, visibleReplies(actor)] },
    select: { body: true, author },
  });
  return reply ? quoteMarkdown(reply.author.name, postHref(threadId, post), reply.body) : '';
}
