import type { Actor } from '@/lib/accounts/schema';
import { writeDetails } from '@/lib/asking/details';
import type { SaveDetails } from '@/lib/asking/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { reachThread } from '@/lib/forum/reach-thread';
import { threadHref } from '@/lib/forum/rules';

/** The asker adds or changes what only the shop sees. */
export async function savePrivateDetails(
  { threadId, ...details }: SaveDetails,
  actor: Actor,
): Promise<Outcome<{ href: string }, 'not-found' | 'not-allowed'>> {
  return transaction(async (tx): Promise<Outcome<{ href: string }, 'not-found' | 'not-allowed'>> => {
    const thread = await reachThread(tx, threadId, actor);
    if (!thread) return { ok: false, reason: 'not-found' };
    if (thread.authorId !== actor.id) return { ok: false, reason: 'not-allowed' };
    await writeDetails(tx, thread.id, details, actor);
    return { ok: true, href: threadHref(thread) };
  });
}
