import type { Tx } from '@/lib/db/transaction';

/** The thread that an older link or job is about now: the one it was merged into, or itself. Follows and notifications
 * move along with a merge, so this is where they are found. */
export async function whereItStands(reader: Pick<Tx, 'thread'>, threadId: string): Promise<string> {
  const thread = await reader.thread.findUnique({ where: { id: threadId }, select: { mergedIntoId: true } });
  return thread?.mergedIntoId ?? threadId;
}
