import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { FOLLOWS_MAX, type FollowPlace } from '@/lib/following/schema';
import { setStopped } from '@/lib/following/set-stopped';
import { canSee } from '@/lib/forum/policy';

type Followed = { kind: FollowPlace['kind']; id: string; follows: boolean };

/** Follows a thread, a category or a tag, or stops. Saying the same twice changes nothing; a stop is remembered, so that
 * a later reply or "me too" does not start it again. */
export async function followPlace(
  input: FollowPlace,
  actor: Actor,
): Promise<Outcome<Followed, 'not-found' | 'too-many'>> {
  return transaction(async (tx) => {
    // Writing first: two clicks of one person come one after the other.
    await tx.person.updateMany({ where: { id: actor.id }, data: { sessionVersion: { increment: 0 } } });
    if (!(await isThere(tx, input, actor))) return { ok: false, reason: 'not-found' };
    if (input.follow) {
      const active = await tx.follow.count({ where: { personId: actor.id, stoppedAt: null } });
      if (active >= FOLLOWS_MAX) return { ok: false, reason: 'too-many' };
    }
    await setStopped(tx, actor.id, input, input.follow ? null : now());
    return { ok: true, kind: input.kind, id: input.id, follows: input.follow };
  });
}

async function isThere(tx: Tx, { kind, id }: FollowPlace, actor: Actor): Promise<boolean> {
  if (kind === 'category') return (await tx.category.count({ where: { id } })) > 0;
  if (kind === 'tag') return (await tx.tag.count({ where: { id } })) > 0;
  const thread = await tx.thread.findUnique({
    where: { id },
    select: { authorId: true, hiding: { select: { id: true } } },
  });
  return thread !== null && canSee(actor, { authorId: thread.authorId, isHidden: thread.hiding !== null });
}
