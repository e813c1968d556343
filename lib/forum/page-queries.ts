import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type EventLine, threadEvents } from '@/lib/forum/event-queries';
import { type AuthorLine, authorLine, visibleReplies, visibleThreads } from '@/lib/forum/make-thread-cards';
import {
  duplicateOf,
  factsOf,
  type Measure,
  makeReplyView,
  type PageRow,
  pageFields,
  type ReplyRow,
  type ReplyView,
  replyFields,
  threadPermissions,
} from '@/lib/forum/make-thread-page';
import { type ListedReplyRow, replyRows, threadRow } from '@/lib/forum/page-rows';
import { type Aside, asideFor } from '@/lib/forum/policy';
import { type ThreadState, threadHref, threadState } from '@/lib/forum/rules';
import { standingsOf } from '@/lib/forum/standing-queries';
import { PER_PAGE } from '@/lib/web/page-number';

export type ThreadPage = {
  id: string;
  slug: string;
  href: string;
  title: string;
  /** Markdown as written. */
  body: string;
  state: ThreadState;
  author: AuthorLine;
  authorId: string;
  createdAt: Date;
  editedAt: Date | null;
  category: { slug: string; name: string };
  tags: { slug: string; name: string }[];
  /** Where an imported thread was asked first. */
  sourceUrl: string | null;
  /** Replies that everybody may see. */
  replyCount: number;
  meTooCount: number;
  /** Whether the person who looks said "me too". */
  saidMeToo: boolean;
  locked: Measure | null;
  hidden: Measure | null;
  /** How the question stands there since a verified buyer reported it, until the shop has looked. */
  aside: Aside;
  /** The thread about the same problem, where to read on. */
  duplicateOf: { id: string; href: string; title: string } | null;
  /** Threads that lead here as the same problem. */
  duplicateCount: number;
  /** The published article this thread became. */
  article: { slug: string; title: string } | null;
  /** All accepted replies that may be seen, the first accepted first. */
  accepted: ReplyView[];
  /** One page of all replies (accepted ones too), oldest first. */
  replies: ReplyView[];
  /** What happened to it while the replies of this page were written. */
  events: EventLine[];
  /** Replies that this person may see. */
  total: number;
  /** The number of the newest reply that ever stood here: a page is a range of numbers, so it costs the same wherever it
   * is, and has fewer replies where some were hidden or went away. */
  lastNumber: number;
  page: number;
  perPage: number;
  can: ReturnType<typeof threadPermissions>;
};

/** Everything the page of a thread shows, or null when there is no such thread for this person.
 * @param page of the replies, from 1 */
export async function threadPage(
  id: string,
  actor: Actor | null,
  page: number,
  perPage = PER_PAGE,
): Promise<ThreadPage | null> {
  const range = { from: (page - 1) * perPage, to: page * perPage };
  const found = await threadRow(id, actor, range);
  if (!found) return null;
  const { row } = found;
  const rows = await replyRows(id, actor, range);
  const replies = rows.filter(({ number }) => number > range.from && number <= range.to);
  // What happened until the next page begins belongs to this one.
  const events = await threadEvents(id, actor, {
    from: page === 1 ? null : (replies[0]?.createdAt ?? null),
    to: found.nextAt,
  });
  const at = now();
  const facts = factsOf(row);
  const tags = row.tags.map(({ tag }) => tag);
  const standings = await standingsOf([row.authorId, ...rows.map(({ authorId }) => authorId)], tags);
  const lineOf = (post: PageRow | ReplyRow) => authorLine(post.author, standings.get(post.authorId), tags);
  const view = (reply: ListedReplyRow) => makeReplyView(reply, facts, lineOf(reply), actor, at);
  return {
    id: row.id,
    slug: row.slug,
    href: threadHref(row),
    title: row.title,
    body: row.body,
    state: threadState(row),
    author: lineOf(row),
    authorId: row.authorId,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    category: row.category,
    tags,
    sourceUrl: row.sourceUrl,
    replyCount: row.replyCount,
    meTooCount: row.meTooCount,
    saidMeToo: found.saidMeToo,
    locked: row.lock,
    hidden: row.hiding,
    aside: asideFor(actor, row, found.reportedByBuyer),
    duplicateOf: duplicateOf(row, actor),
    duplicateCount: row.duplicateCount,
    article: row.article?.state === 'published' ? { slug: row.article.slug, title: row.article.title } : null,
    accepted: acceptedOf(rows).map(view),
    replies: replies.map(view),
    events,
    total: row.replyCount + found.hiddenSeen,
    lastNumber: row.lastNumber,
    page,
    perPage,
    can: threadPermissions(facts, actor, at),
  };
}

/** What solved it, the first accepted first. */
function acceptedOf(replies: readonly ListedReplyRow[]): ListedReplyRow[] {
  const at = ({ accepted }: ReplyRow) => accepted?.at.getTime() ?? 0;
  return replies
    .filter(({ accepted }) => accepted && !accepted.outdatedAt)
    .sort((one, other) => at(one) - at(other));
}

/** One reply as this person may see it, with the thread it stands in; or null. */
export async function replyView(
  id: string,
  actor: Actor | null,
): Promise<{ reply: ReplyView; thread: { id: string; href: string } } | null> {
  const row = await db.reply.findFirst({
    where: { AND: [{ id }, visibleReplies(actor), { thread: visibleThreads(actor) }] },
    select: { ...replyFields(actor?.id ?? ''), thread: { select: pageFields } },
  });
  if (!row) return null;
  const { thread } = row;
  const tags = thread.tags.map(({ tag }) => tag);
  const standing = (await standingsOf([row.authorId], tags)).get(row.authorId);
  return {
    reply: makeReplyView(row, factsOf(thread), authorLine(row.author, standing, tags), actor, now()),
    thread: { id: thread.id, href: threadHref(thread) },
  };
}

/** Where a reply stands: the address of its page with its anchor, or null when this person may not see it. */
export async function replyHref(replyId: string, actor: Actor | null): Promise<string | null> {
  const reply = await db.reply.findFirst({
    where: { AND: [{ id: replyId }, visibleReplies(actor), { thread: visibleThreads(actor) }] },
    select: { number: true, thread: { select: { id: true, slug: true } } },
  });
  if (!reply) return questionHref(replyId, actor);
  const page = Math.ceil(reply.number / PER_PAGE);
  return `${threadHref(reply.thread)}${page > 1 ? `?page=${page}` : ''}#reply-${replyId}`;
}

/** Where the first reply stands that comes after a number; null when there is none that this person may see. */
export async function firstReplyAfter(
  threadId: string,
  number: number,
  actor: Actor | null,
): Promise<string | null> {
  const reply = await db.reply.findFirst({
    where: { AND: [{ threadId, number: { gt: number } }, visibleReplies(actor)] },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  return reply && replyHref(reply.id, actor);
}

/** Whether this person may see a thread. */
export async function isThreadVisible(id: string, actor: Actor | null): Promise<boolean> {
  return (await db.thread.count({ where: { AND: [{ id }, visibleThreads(actor)] } })) > 0;
}

/** A reply that became a question when its thread was split kept its id. */
async function questionHref(id: string, actor: Actor | null): Promise<string | null> {
  const thread = await db.thread.findFirst({
    where: { AND: [{ id }, visibleThreads(actor)] },
    select: { id: true, slug: true },
  });
  return thread && threadHref(thread);
}

/** Where a merged thread is now, or null when it was not merged or this person may not see that. */
export async function mergedHref(id: string, actor: Actor | null): Promise<string | null> {
  const thread = await db.thread.findFirst({
    where: { merged: { some: { id } }, AND: [visibleThreads(actor)] },
    select: { id: true, slug: true },
  });
  return thread && threadHref(thread);
}
