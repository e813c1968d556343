import { z } from 'zod';
import type { AuthorLine, ThreadCard } from '@/lib/forum/make-thread-cards';
import type { ReplyView } from '@/lib/forum/make-thread-page';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { listOf, TimeShape } from '@/lib/web/api-shapes';

const AuthorShape = z.object({ name: z.string(), role: z.string(), sourceUrl: z.string().nullable() });
const LabelShape = z.object({ slug: z.string(), name: z.string() });
const StateShape = z.enum(['solved', 'unsolved', 'unanswered']);

const common = {
  id: z.string(),
  url: z.string(),
  title: z.string(),
  state: StateShape,
  replyCount: z.number().int(),
  acceptedCount: z.number().int(),
  meTooCount: z.number().int(),
  createdAt: TimeShape,
  locked: z.boolean(),
  hidden: z.boolean(),
  category: LabelShape,
  tags: z.array(LabelShape),
  author: AuthorShape,
};

export const ThreadCardShape = z.object({ ...common, excerpt: z.string(), lastActivityAt: TimeShape });

export const ReplyShape = z.object({
  id: z.string(),
  threadId: z.string(),
  url: z.string(),
  body: z.string().describe('Markdown'),
  author: AuthorShape,
  createdAt: TimeShape,
  editedAt: TimeShape.nullable(),
  accepted: z.boolean(),
  onReview: z.boolean().describe('Accepted, but people say that it no longer works'),
  outdated: z.boolean().describe('Was accepted, and no longer holds'),
  hidden: z.boolean(),
  voteCount: z.number().int(),
});

export const ThreadShape = z.object({
  ...common,
  body: z.string().describe('Markdown'),
  editedAt: TimeShape.nullable(),
  sourceUrl: z.string().nullable(),
  duplicateOf: z
    .object({ id: z.string(), url: z.string(), title: z.string() })
    .nullable()
    .describe('The thread about the same problem, where to read on'),
  acceptedReplyIds: z.array(z.string()),
  /** One page of the replies, oldest first: ?page= and ?perPage= of the thread. */
  replies: listOf(ReplyShape),
});

export const AcceptedShape = z.object({
  threadId: z.string(),
  acceptedReplyIds: z.array(z.string()),
  state: StateShape,
});
export const VoteShape = z.object({ replyId: z.string(), voteCount: z.number().int(), voted: z.boolean() });
export const MeTooShape = z.object({
  threadId: z.string(),
  meTooCount: z.number().int(),
  saidMeToo: z.boolean(),
});

export const WithdrawnShape = z.object({
  replyId: z.string(),
  threadId: z.string(),
  body: z.string().describe('Markdown as it was posted'),
});
export const ReportShape = z.object({ replyId: z.string(), threadId: z.string(), reported: z.boolean() });
export const DuplicateShape = z.object({ threadId: z.string(), duplicateOfId: z.string().nullable() });

function authorBody({ name, role, sourceUrl }: AuthorLine) {
  return { name, role, sourceUrl };
}

/** @param site origin that addresses start with */
export function cardBody(card: ThreadCard, site: string): z.input<typeof ThreadCardShape> {
  return {
    id: card.id,
    url: site + card.href,
    title: card.title,
    excerpt: card.excerpt,
    state: card.state,
    replyCount: card.replyCount,
    acceptedCount: card.acceptedCount,
    meTooCount: card.meTooCount,
    createdAt: card.createdAt.toISOString(),
    lastActivityAt: card.lastActivityAt.toISOString(),
    locked: card.isLocked,
    hidden: card.isHidden,
    category: card.category,
    tags: card.tags,
    author: authorBody(card.author),
  };
}

export function replyBody(
  reply: ReplyView,
  thread: { id: string; href: string },
  site: string,
): z.input<typeof ReplyShape> {
  return {
    id: reply.id,
    threadId: thread.id,
    url: `${site}${thread.href}?reply=${reply.id}#reply-${reply.id}`,
    body: reply.body,
    author: authorBody(reply.author),
    createdAt: reply.createdAt.toISOString(),
    editedAt: reply.editedAt?.toISOString() ?? null,
    accepted: reply.accepted,
    onReview: reply.accepted && reply.answer?.reviewSince != null,
    outdated: reply.answer?.outdatedAt != null,
    hidden: reply.hidden !== null,
    voteCount: reply.voteCount,
  };
}

export function threadBody(thread: ThreadPage, site: string): z.input<typeof ThreadShape> {
  const acceptedReplyIds = thread.accepted.filter((reply) => !reply.hidden).map((reply) => reply.id);
  return {
    id: thread.id,
    url: site + thread.href,
    title: thread.title,
    body: thread.body,
    state: thread.state,
    replyCount: thread.replyCount,
    acceptedCount: acceptedReplyIds.length,
    meTooCount: thread.meTooCount,
    createdAt: thread.createdAt.toISOString(),
    editedAt: thread.editedAt?.toISOString() ?? null,
    locked: thread.locked !== null,
    hidden: thread.hidden !== null,
    category: thread.category,
    tags: thread.tags,
    author: authorBody(thread.author),
    sourceUrl: thread.sourceUrl,
    duplicateOf: duplicateBody(thread, site),
    acceptedReplyIds,
    replies: {
      items: thread.replies.map((reply) => replyBody(reply, thread, site)),
      page: thread.page,
      perPage: thread.perPage,
      total: thread.total,
    },
  };
}

function duplicateBody({ duplicateOf }: ThreadPage, site: string) {
  return duplicateOf && { id: duplicateOf.id, url: site + duplicateOf.href, title: duplicateOf.title };
}
