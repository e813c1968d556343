import { db } from '@/lib/db/client';
import { BOUNCE } from '@/lib/notifications/rules';

/** Keeps count of how an address takes our mail: refusals raise it, each delivered mail takes a little off, never below
 * nothing. What it leads to is lib/notifications/rules.ts. */
export async function noteBounce(email: string, what: keyof typeof BOUNCE | null): Promise<void> {
  if (what === null) return;
  if (what !== 'delivered') {
    await db.person.updateMany({ where: { email }, data: { bounceScore: { increment: BOUNCE[what] } } });
    return;
  }
  // Most addresses have nothing to take off, and then nothing is written.
  const cleared = { email, bounceScore: { gt: 0, lte: BOUNCE.delivered } };
  await db.person.updateMany({ where: cleared, data: { bounceScore: 0 } });
  const lowered = { email, bounceScore: { gt: BOUNCE.delivered } };
  await db.person.updateMany({ where: lowered, data: { bounceScore: { decrement: BOUNCE.delivered } } });
}
