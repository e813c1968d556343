import type { ReplyView } from '@/lib/forum/make-thread-page';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { plainText } from '@/lib/markdown';

/** Longer texts are cut in the facts; the page has the whole. */
const FACT_TEXT = 2000;

function answerFacts(reply: ReplyView, url: string) {
  return {
    '@type': 'Answer',
    text: plainText(reply.body, FACT_TEXT),
    dateCreated: reply.createdAt.toISOString(),
    upvoteCount: reply.voteCount,
    url: `${url}#reply-${reply.id}`,
    author: { '@type': 'Person', name: reply.author.name },
  };
}

/** A thread as schema.org's QAPage; only what everybody may see.
 * @param url full address of the thread */
export function questionFacts(thread: ThreadPage, url: string): Record<string, unknown> {
  const visible = thread.replies.filter((reply) => !reply.hidden && !reply.accepted);
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: thread.title,
      text: plainText(thread.body, FACT_TEXT),
      answerCount: thread.replyCount,
      upvoteCount: thread.meTooCount,
      dateCreated: thread.createdAt.toISOString(),
      author: { '@type': 'Person', name: thread.author.name },
      acceptedAnswer: thread.accepted
        .filter((reply) => !reply.hidden)
        .map((reply) => answerFacts(reply, url)),
      suggestedAnswer: visible.map((reply) => answerFacts(reply, url)),
    },
  };
}
