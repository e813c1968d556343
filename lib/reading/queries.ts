import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';

/** The number of the last reply this person has read in a thread, 0 for the question alone, null for never. */
export async function readNumber(threadId: string, actor: Actor | null): Promise<number | null> {
  if (!actor) return null;
  const position = await db.readPosition.findUnique({
    where: { personId_threadId: { personId: actor.id, threadId } },
    select: { number: true },
  });
  return position?.number ?? null;
}
