import { DAY, HOUR, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';

/** A first answer is repeated for this long (see lib/web/idempotency.ts). */
const KEEP_ANSWERS = DAY;

/** A used link still leads to the question that it posted, for whoever opens it a second time. */
const KEEP_USED = HOUR;

/** Removes what has had its time: used and expired links, expired sessions, remembered answers older than a day. */
export async function removeExpiredSignIns(): Promise<void> {
  const at = now();
  await db.signInLink.deleteMany({
    where: { OR: [{ usedAt: null, expiresAt: { lte: at } }, { usedAt: { lte: later(at, -KEEP_USED) } }] },
  });
  await db.session.deleteMany({ where: { expiresAt: { lte: at } } });
  await db.idempotentAnswer.deleteMany({ where: { createdAt: { lte: later(at, -KEEP_ANSWERS) } } });
}
