import type { AuthorLine } from '@/lib/forum/make-thread-cards';
import type { ReplyView } from '@/lib/forum/make-thread-page';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

/** Longer texts are cut in the facts; the page has the whole. */
const FACT_TEXT = 2000;
/** Marks and addresses take room in the source, so a little more of it is read than is told. */
const FACT_SOURCE = 2 * FACT_TEXT;
/** What is said of a post that has no words, only a picture or a rule: engines refuse an empty text. */
const NO_WORDS = '…';

type Facts = Record<string, unknown>;

/**
 * What a thread's page tells search engines: a question with replies is a QAPage, one that waits for its first reply is a
 * DiscussionForumPosting (a question without an answer is no QAPage to them). Only what everybody sees on this page is in
 * it; `answerCount` counts the replies of all pages. Null for a thread that is hidden.
 * @param siteUrl without a slash at its end
 */
export function threadFacts(thread: ThreadPage, siteUrl: string): Facts | null {
  if (thread.hidden) return null;
  const isFirst = thread.page === 1;
  const accepted = visible(isFirst ? thread.accepted : thread.replies.filter((reply) => reply.accepted));
  const suggested = visible(thread.replies).filter((reply) => !reply.accepted);
  if (accepted.length + suggested.length === 0) return isFirst ? postingFacts(thread, siteUrl) : null;
  const url = siteUrl + thread.href;
  const here = isFirst ? url : `${url}?page=${thread.page}`;
  const answer = (reply: ReplyView) => answerFacts(reply, here, siteUrl);
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    url: here,
    mainEntity: {
      '@type': 'Question',
      name: thread.title,
      // The question itself stands on the first page.
      ...(isFirst ? { text: factText(thread.body) } : {}),
      ...postFacts(thread, url, siteUrl),
      answerCount: Math.max(thread.replyCount, accepted.length + suggested.length),
      upvoteCount: thread.meTooCount,
      ...(accepted.length > 0 ? { acceptedAnswer: accepted.map(answer) } : {}),
      ...(suggested.length > 0 ? { suggestedAnswer: suggested.map(answer) } : {}),
    },
  };
}

function postingFacts(thread: ThreadPage, siteUrl: string): Facts {
  const url = siteUrl + thread.href;
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    headline: thread.title,
    text: factText(thread.body),
    ...postFacts(thread, url, siteUrl),
    mainEntityOfPage: url,
    commentCount: 0,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/LikeAction',
      userInteractionCount: thread.meTooCount,
    },
  };
}

function answerFacts(reply: ReplyView, here: string, siteUrl: string): Facts {
  return {
    '@type': 'Answer',
    text: factText(reply.body),
    ...postFacts(reply, `${here}#reply-${reply.id}`, siteUrl),
    upvoteCount: reply.voteCount,
  };
}

type Post = { createdAt: Date; editedAt: Date | null; author: AuthorLine };

function postFacts({ createdAt, editedAt, author }: Post, url: string, siteUrl: string): Facts {
  return {
    url,
    datePublished: createdAt.toISOString(),
    ...(editedAt ? { dateModified: editedAt.toISOString() } : {}),
    author: {
      '@type': 'Person',
      name: author.name,
      ...(author.href ? { url: siteUrl + author.href } : {}),
    },
  };
}

function visible(replies: readonly ReplyView[]): ReplyView[] {
  return replies.filter((reply) => !reply.hidden);
}

function factText(markdown: string): string {
  return plainText(beginningOfMarkdown(markdown, FACT_SOURCE), FACT_TEXT) || NO_WORDS;
}
