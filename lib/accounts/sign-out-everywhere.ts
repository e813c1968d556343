import { endSessions } from '@/lib/accounts/end-sessions';
import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';

/** Signs a person out on every device, this one included; works at the next request of each. */
export async function signOutEverywhere(actor: Actor): Promise<Outcome<object, never>> {
  await transaction((tx) => endSessions(tx, actor.id));
  return { ok: true };
}
