import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';

let minutes = 0;

/** Posts in one test are written within a moment; a real conversation has its times. */
export async function at(replyId: string): Promise<string> {
  minutes += 1;
  await db.reply.update({
    where: { id: replyId },
    data: { createdAt: later(now(), (minutes - 1000) * MINUTE) },
  });
  return replyId;
}

export async function askedAt(threadId: string): Promise<string> {
  minutes += 1;
  await db.thread.update({
    where: { id: threadId },
    data: { createdAt: later(now(), (minutes - 1000) * MINUTE) },
  });
  return threadId;
}

/** The ids of a thread's replies in their order. */
export const orderOf = async (threadId: string) =>
  (await db.reply.findMany({ where: { threadId }, orderBy: { number: 'asc' } })).map(({ id }) => id);
