import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { NotedReading } from '@/lib/reading/schema';

/** Notes how far this person has read a thread. The number only grows, whichever of several tabs tells last, and never
 * beyond the thread's last reply, so that what is yet to be written is not read before. An unknown thread is no mistake
 * worth telling: nothing is noted. */
export async function noteReading({ thread: id, number }: NotedReading, actor: Actor): Promise<void> {
  const thread = await db.thread.findUnique({ where: { id }, select: { lastNumber: true } });
  if (!thread) return;
  const seen = Math.min(number, thread.lastNumber);
  await db.$executeRaw`INSERT INTO "ReadPosition" ("personId", "threadId", "number", "at")
    VALUES (${actor.id}, ${id}, ${seen}, ${now()})
    ON CONFLICT ("personId", "threadId") DO UPDATE SET "number" = excluded."number", "at" = excluded."at"
    WHERE excluded."number" > "ReadPosition"."number"`;
}
