import { db, type Prisma } from '@/lib/db/client';
import { visibleThreads } from '@/lib/forum/make-thread-cards';
import { excerptOf, postHref } from '@/lib/forum/rules';

export type SolvedThreads = {
  total: number;
  /** The newest few. */
  items: { replyId: string; title: string; excerpt: string; href: string; at: Date }[];
};

/** A profile shows this many; the rest is in the threads. */
const SHOWN = 10;

/** The accepted answers of a person that everybody may see and that still hold, newest first. */
export async function solvedBy(personId: string): Promise<SolvedThreads> {
  const where: Prisma.AcceptedAnswerWhereInput = {
    outdatedAt: null,
    reply: { is: { authorId: personId, hiding: null } },
    thread: { is: visibleThreads(null) },
  };
  const [total, rows] = await Promise.all([
    db.acceptedAnswer.count({ where }),
    db.acceptedAnswer.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: {
        at: true,
        replyId: true,
        threadId: true,
        reply: { select: { body: true } },
        thread: { select: { title: true } },
      },
    }),
  ]);
  return {
    total,
    items: rows.map(({ at, replyId, threadId, reply, thread }) => ({
      replyId,
      title: thread.title,
      excerpt: excerptOf(reply.body),
      href: postHref(threadId, replyId),
      at,
    })),
  };
}
