import type { Tx } from '@/lib/db/transaction';

/** Ends every session of a person at once, inside the transaction of the reason: the version rises, so that a session
 * row being written at this moment is dead too.
 * @param keep the id of one session that stays, or null for none */
export async function endSessions(tx: Tx, personId: string, keep: string | null = null): Promise<void> {
  const { sessionVersion } = await tx.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await tx.session.deleteMany({ where: { personId, id: { not: keep ?? '' } } });
  if (keep !== null) {
    await tx.session.updateMany({ where: { id: keep, personId }, data: { version: sessionVersion } });
  }
}
