import type { Actor } from '@/lib/accounts/schema';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { type Choices, KINDS } from '@/lib/notifications/schema';

/** Saves of what somebody wants to be told, and where. What is under way and not mailed yet obeys it. */
export async function saveChoices(choices: Choices, actor: Actor): Promise<Outcome<object, never>> {
  await transaction(async (tx) => {
    for (const kind of KINDS) {
      await tx.notificationChoice.upsert({
        where: { personId_kind: { personId: actor.id, kind } },
        create: { personId: actor.id, kind, ...choices[kind] },
        update: choices[kind],
      });
    }
  });
  return { ok: true };
}
