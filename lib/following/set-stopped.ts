import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import type { PlaceKind } from '@/lib/following/schema';
import { newId } from '@/lib/ids';

/** Writes whether somebody hears of a place: `stoppedAt` null follows it by choice, a date stops it and is kept.
 * Following again leaves the first reason as it was. */
export async function setStopped(
  tx: Tx,
  personId: string,
  place: { kind: PlaceKind; id: string },
  stoppedAt: Date | null,
): Promise<void> {
  const where = { personId, [COLUMN[place.kind]]: place.id };
  const changed = await tx.follow.updateMany({
    where: { ...where, stoppedAt: stoppedAt === null ? { not: null } : null },
    data: { stoppedAt },
  });
  if (changed.count > 0 || (await tx.follow.count({ where })) > 0) return;
  await tx.follow.create({
    data: { id: newId(), ...where, reason: 'chosen', stoppedAt, at: now() },
  });
}

const COLUMN = { thread: 'threadId', category: 'categoryId', tag: 'tagId' } as const;
