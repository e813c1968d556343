import { db } from '@/lib/db/client';

export type NewReply = { id: string; threadId: string; number: number; authorId: string };

/** More than this at once is not news but a thread: the page is loaded anew anyway. */
const NEWS_AT_MOST = 100;

/** The last number of each of these threads; those that were hidden, merged or taken away are left out. */
export async function lastNumbers(threadIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.thread.findMany({
    where: { id: { in: [...threadIds] }, hiding: null, mergedIntoId: null },
    select: { id: true, lastNumber: true },
  });
  return new Map(rows.map(({ id, lastNumber }) => [id, lastNumber]));
}

/** The replies that everybody may see beyond a number of each thread, the oldest first. */
export async function repliesBeyond(known: ReadonlyMap<string, number>): Promise<NewReply[]> {
  const rows = await db.reply.findMany({
    where: {
      hiding: null,
      OR: [...known].map(([threadId, number]) => ({ threadId, number: { gt: number } })),
    },
    select: { id: true, threadId: true, number: true, authorId: true },
    orderBy: { number: 'desc' },
    take: NEWS_AT_MOST * known.size,
  });
  return rows.reverse();
}
