import type { Tx } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';

/** More threads than this are brought up to date as they change, and by the next rebuild of the index. */
const TOLD_AT_ONCE = 500;

/** The threads of a tag are indexed with its name: has the latest of them read again. */
export async function tellSearch(tx: Tx, tagId: string): Promise<void> {
  const rows = await tx.threadTag.findMany({
    where: { tagId },
    orderBy: { threadId: 'desc' },
    take: TOLD_AT_ONCE,
    select: { threadId: true },
  });
  for (const { threadId } of rows) await enqueue(tx, 'forum.thread-changed', { threadId });
}
