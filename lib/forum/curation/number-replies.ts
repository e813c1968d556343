import type { Tx } from '@/lib/db/transaction';
import { newPositions } from '@/lib/forum/curation/rules';

/** Numbers the replies of a thread from 1 in time order, those of one moment as they stood, and moves along how far people have
 * read. Call it in the transaction that has locked the thread and put the replies into it.
 * @param before the thread's own replies with the numbers that people have read up to, in their order */
export async function numberReplies(
  tx: Tx,
  threadId: string,
  before: readonly { id: string; number: number }[],
): Promise<void> {
  // Through negative numbers: one statement must never meet a number that another row still has.
  await tx.$executeRaw`
    UPDATE "Reply" SET "number" = -"ranked"."place"
    FROM (
      SELECT "id" AS "replyId", ROW_NUMBER() OVER (ORDER BY "createdAt", "number") AS "place"
      FROM "Reply" WHERE "threadId" = ${threadId}
    ) AS "ranked"
    WHERE "Reply"."id" = "ranked"."replyId"`;
  await tx.reply.updateMany({ where: { threadId }, data: { number: { multiply: -1 } } });
  const replies = await tx.reply.findMany({ where: { threadId }, select: { id: true, number: true } });
  await tx.thread.update({ where: { id: threadId }, data: { lastNumber: replies.length } });
  await moveReaders(tx, threadId, before, new Map(replies.map(({ id, number }) => [id, number])));
}

async function moveReaders(
  tx: Tx,
  threadId: string,
  before: readonly { id: string; number: number }[],
  after: ReadonlyMap<string, number>,
): Promise<void> {
  const read = await tx.readPosition.groupBy({ by: ['number'], where: { threadId } });
  const positions = newPositions(
    read.map(({ number }) => number),
    before,
    after,
  );
  for (const [old, position] of positions) {
    await tx.readPosition.updateMany({ where: { threadId, number: old }, data: { number: -position } });
  }
  await tx.readPosition.updateMany({
    where: { threadId, number: { lt: 0 } },
    data: { number: { multiply: -1 } },
  });
}
