import { db } from '@/lib/db/client';
import { excerptOf, threadHref } from '@/lib/forum/rules';
import { askOfToken } from '@/lib/forum/solutions/sign-whether-link';

/** What the page behind the mailed link shows, or null for a link that is not ours or whose thread is gone. */
export async function whetherSolvedPage(token: string): Promise<{
  title: string;
  threadHref: string;
  body: string;
  by: string;
  /** What this person said before. */
  said: boolean | null;
} | null> {
  const askId = askOfToken(token);
  if (askId === null) return null;
  const ask = await db.solvedAsk.findUnique({
    where: { id: askId },
    select: {
      solved: true,
      round: {
        select: {
          thread: { select: { id: true, slug: true, title: true, hiding: { select: { id: true } } } },
          reply: {
            select: { body: true, author: { select: { name: true } }, hiding: { select: { id: true } } },
          },
        },
      },
    },
  });
  if (!ask || ask.round.thread.hiding || ask.round.reply.hiding) return null;
  const { thread, reply } = ask.round;
  return {
    title: thread.title,
    threadHref: threadHref(thread),
    body: reply.body,
    by: reply.author.name,
    said: ask.solved,
  };
}

export type AnswerToReview = {
  replyId: string;
  threadTitle: string;
  href: string;
  excerpt: string;
  by: string;
  since: Date;
  /** People who said that it no longer works. */
  reports: number;
};

/** Accepted answers that wait for the staff's look, the longest waiting first, with how many there are. */
export async function answersToReview(most: number): Promise<{ items: AnswerToReview[]; total: number }> {
  const where = { reviewSince: { not: null }, reply: { hiding: null }, thread: { hiding: null } };
  const [rows, total] = await Promise.all([
    db.acceptedAnswer.findMany({
      where,
      orderBy: { reviewSince: 'asc' },
      take: most,
      select: {
        reviewSince: true,
        thread: { select: { id: true, slug: true, title: true } },
        reply: {
          select: {
            id: true,
            body: true,
            author: { select: { name: true } },
            _count: { select: { reports: true } },
          },
        },
      },
    }),
    db.acceptedAnswer.count({ where }),
  ]);
  const items = rows.flatMap(({ reviewSince, thread, reply }) =>
    reviewSince === null
      ? []
      : [
          {
            replyId: reply.id,
            threadTitle: thread.title,
            href: `${threadHref(thread)}?reply=${reply.id}`,
            excerpt: excerptOf(reply.body),
            by: reply.author.name,
            since: reviewSince,
            reports: reply._count.reports,
          },
        ],
  );
  return { items, total };
}
