import { db, type Prisma } from '@/lib/db/client';
import { answerDueAt, threadHref } from '@/lib/forum/rules';

export type WaitingThread = { id: string; href: string; title: string; replyCount: number; dueAt: Date };

const STAFF = ['owner' as const, 'helper' as const];

/** Questions of customers that nobody of the shop has answered and whose asker has accepted nothing. */
const waiting = {
  hiding: null,
  mergedIntoId: null,
  duplicateOf: null,
  lock: null,
  acceptedCount: 0,
  author: { role: 'member' },
  replies: { none: { hiding: null, author: { role: { in: STAFF } } } },
} satisfies Prisma.ThreadWhereInput;

/** Threads that wait for the shop, the one whose promise ends first on top, with how many there are in all.
 * @param since what is older is history (an import, a time before this site) and waits for nobody */
export async function waitingThreads(
  most: number,
  since: Date,
): Promise<{ items: WaitingThread[]; total: number }> {
  const where = { ...waiting, createdAt: { gte: since } };
  const [rows, total] = await Promise.all([
    db.thread.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: most,
      select: { id: true, slug: true, title: true, replyCount: true, createdAt: true },
    }),
    db.thread.count({ where }),
  ]);
  const items = rows.map(({ slug, createdAt, ...row }) => ({
    ...row,
    href: threadHref({ id: row.id, slug }),
    dueAt: answerDueAt({ createdAt }),
  }));
  return { items, total };
}
