import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { listed } from '@/lib/forum/queries';
import { type ThreadState, threadState } from '@/lib/forum/rules';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

export type FoundThread = {
  id: string;
  state: ThreadState;
  category: { slug: string; name: string };
  tags: { slug: string; name: string }[];
  /** The published article that was made of it. */
  articleId: string | null;
  standing: { solved: boolean; promoted: boolean; helped: number; outdated: boolean; at: Date };
};

/** What search needs to filter, count and weigh threads, without their texts. Hidden ones are left out for everybody: the staff
 * finds them in the desk, not here. @param _actor results are the same for everybody */
export async function threadsFound(ids: readonly string[], _actor: Actor | null): Promise<FoundThread[]> {
  if (ids.length === 0) return [];
  const helped = await helpedByThreads(ids);
  const rows = await db.thread.findMany({
    where: { AND: [{ id: { in: [...ids] } }, listed] },
    select: {
      id: true,
      acceptedCount: true,
      replyCount: true,
      lastActivityAt: true,
      category: { select: { slug: true, name: true } },
      tags: { select: { tag: { select: { slug: true, name: true } } } },
      article: { select: { id: true, state: true } },
      accepted: { select: { reviewSince: true, outdatedAt: true }, where: { reply: { hiding: null } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    state: threadState(row),
    category: row.category,
    tags: row.tags.map(({ tag }) => tag),
    articleId: row.article?.state === 'published' ? row.article.id : null,
    standing: {
      solved: row.acceptedCount > 0,
      promoted: row.article?.state === 'published',
      helped: helped.get(row.id) ?? 0,
      outdated:
        row.accepted.length > 0 && row.accepted.every((answer) => answer.reviewSince ?? answer.outdatedAt),
      at: row.lastActivityAt,
    },
  }));
}

/** How many people found the answer of each thread helpful: the accepted reply's votes, or those of the best one while
 * none is accepted. Threads without votes are left out. */
export async function helpedByThreads(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const replies = await db.reply.findMany({
    where: { threadId: { in: [...ids] }, hiding: null, voteCount: { gt: 0 } },
    select: { threadId: true, voteCount: true, accepted: { select: { id: true } } },
  });
  const most = (of: typeof replies) => {
    const votes = new Map<string, number>();
    for (const { threadId, voteCount } of of) {
      votes.set(threadId, Math.max(votes.get(threadId) ?? 0, voteCount));
    }
    return votes;
  };
  return new Map([...most(replies), ...most(replies.filter((reply) => reply.accepted))]);
}

/** Only the start of an answer is read: a suggestion shows two lines of it. */
const ANSWER_SOURCE = 800;
const ANSWER_LENGTH = 180;

/** The first words of what solved each thread, as plain text; threads without an accepted answer are left out. */
export async function answersOfThreads(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.acceptedAnswer.findMany({
    where: {
      threadId: { in: [...ids] },
      reviewSince: null,
      outdatedAt: null,
      thread: listed,
      reply: { hiding: null },
    },
    select: { threadId: true, reply: { select: { body: true } } },
    // The first accepted one is set last, and stays.
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return new Map(
    rows.map(({ threadId, reply }) => [
      threadId,
      plainText(beginningOfMarkdown(reply.body, ANSWER_SOURCE), ANSWER_LENGTH),
    ]),
  );
}
