import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import type { Outcome } from '@/lib/errors';
import { followThread } from '@/lib/following/follow-thread';
import { canMeToo } from '@/lib/forum/policy';
import type { MeTooReason } from '@/lib/forum/schema';
import { type FoundThread, onThread } from '@/lib/forum/within-reach';

type Said = { threadId: string; meTooCount: number; saidMeToo: boolean };

/** Counts this person among those who have the problem, or no longer. Saying the same twice changes nothing. */
export async function sayMeToo(
  input: { threadId: string; meToo: boolean },
  actor: Actor,
): Promise<Outcome<Said, MeTooReason>> {
  const refuse = ({ thread }: FoundThread) => {
    if (canMeToo(actor, thread)) return null;
    return thread.authorId === actor.id ? 'own' : 'closed';
  };
  return onThread(input.threadId, actor, refuse, async (tx, { thread }) => {
    const key = { threadId: thread.id, personId: actor.id };
    if (input.meToo) {
      const found = await tx.meToo.count({ where: key });
      if (found === 0) await tx.meToo.create({ data: { ...key, at: now() } });
      await followThread(tx, actor.id, thread.id, 'me-too');
    } else {
      await tx.meToo.deleteMany({ where: key });
    }
    const meTooCount = await tx.meToo.count({ where: { threadId: thread.id } });
    await tx.thread.update({ where: { id: thread.id }, data: { meTooCount } });
    return { ok: true, threadId: thread.id, meTooCount, saidMeToo: input.meToo };
  });
}
