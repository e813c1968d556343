import { expect } from 'vitest';
import { db } from '@/lib/db/client';

/** Holds every counter of these threads, and of their replies, against the rows that it counts. */
export async function expectCountersToEqualRows(...threadIds: readonly string[]): Promise<void> {
  for (const threadId of threadIds) {
    const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(thread).toMatchObject({
      replyCount: await db.reply.count({ where: { threadId, hiding: null } }),
      acceptedCount: await db.acceptedAnswer.count({
        where: { threadId, outdatedAt: null, reply: { hiding: null } },
      }),
      meTooCount: await db.meToo.count({ where: { threadId } }),
      duplicateCount: await db.duplicateLink.count({ where: { targetId: threadId } }),
    });
    const replies = await db.reply.findMany({
      where: { threadId },
      select: { id: true, number: true, voteCount: true, _count: { select: { votes: true } } },
    });
    for (const reply of replies) {
      expect(reply.voteCount, `votes of ${reply.id}`).toBe(reply._count.votes);
      expect(reply.number).toBeGreaterThan(0);
    }
    const numbers = replies.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(thread.lastNumber).toBeGreaterThanOrEqual(Math.max(0, ...numbers));
  }
}
