import { DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';

/** A first answer is repeated for this long (see lib/web/idempotency.ts). */
const KEEP_ANSWERS = DAY;

/** Removes what has had its time: used and expired links, expired sessions, remembered answers older than a day. */
export async function removeExpiredSignIns(): Promise<void> {
  const at = now();
  await db.signInLink.deleteMany({ where: { OR: [{ expiresAt: { lte: at } }, { usedAt: { lte: at } }] } });
  await db.session.deleteMany({ where: { expiresAt: { lte: at } } });
  await db.idempotentAnswer.deleteMany({ where: { createdAt: { lte: later(at, -KEEP_ANSWERS) } } });
}
