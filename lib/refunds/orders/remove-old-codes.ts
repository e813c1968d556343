import { DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';

/** Removes codes that count for nothing any more (code-rules.ts looks back a day), and what was typed to get one and could
 * not be looked up. */
export async function removeOldCodes(): Promise<void> {
  const old = { createdAt: { lte: later(now(), -2 * DAY) } };
  await db.orderCode.deleteMany({ where: old });
  await db.codeRequest.deleteMany({ where: old });
}
