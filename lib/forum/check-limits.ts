import type { Actor } from '@/lib/accounts/schema';
import { DAY, later, now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { countLinks, type LimitRefusal, limitOf, standingOf } from '@/lib/forum/limits';
import { isBuyer } from '@/lib/forum/standing-queries';

/** Asked by a command inside its transaction, after a repeated submit was answered and before anything is written. */
export type PostingRule = (
  tx: Tx,
  kind: 'thread' | 'reply',
  actor: Actor,
  body: string,
) => Promise<LimitRefusal | null>;

/** For imports, seeds and what the shop's own jobs write: what was written elsewhere is not limited here. */
export const UNLIMITED: PostingRule = async () => null;

/** The limits of defaults.md: what both doors, the pages and the API, pass to the commands. Locks the person's row, so that
 * posts sent at the same moment are counted one after the other. */
export const LIMITED: PostingRule = async (tx, kind, actor, body) => {
  if (actor.role !== 'member') return null;
  await tx.person.updateMany({ where: { id: actor.id }, data: { sessionVersion: { increment: 0 } } });
  const at = now();
  const person = await tx.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { createdAt: true },
  });
  const where = { authorId: actor.id, createdAt: { gt: later(at, -DAY) } };
  const query = { where, _count: true, _max: { createdAt: true }, _min: { createdAt: true } } as const;
  const posted = kind === 'thread' ? await tx.thread.aggregate(query) : await tx.reply.aggregate(query);
  return limitOf(
    kind,
    standingOf(actor, { isBuyer: await isBuyer(tx, actor.id), createdAt: person.createdAt }, at),
    { inDay: posted._count, last: posted._max.createdAt, oldest: posted._min.createdAt },
    countLinks(body),
    at,
  );
};
