import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { SUBSCRIPTIONS_MAX, type SubscribePush, type UnsubscribePush } from '@/lib/notifications/push/schema';

/** Remembers a browser that asked to be pushed to. A browser is one person's at a time: whoever asked last. */
export async function subscribePush(input: SubscribePush, actor: Actor): Promise<Outcome<object, never>> {
  await transaction(async (tx) => {
    await tx.person.updateMany({ where: { id: actor.id }, data: { sessionVersion: { increment: 0 } } });
    const { endpoint, ...keys } = input;
    const mine = { personId: actor.id, ...keys, failures: 0 };
    await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { id: newId(), endpoint, createdAt: now(), ...mine },
      update: mine,
    });
    const all = await tx.pushSubscription.findMany({
      where: { personId: actor.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
      skip: SUBSCRIPTIONS_MAX,
      take: SUBSCRIPTIONS_MAX,
    });
    await tx.pushSubscription.deleteMany({ where: { id: { in: all.map(({ id }) => id) } } });
  });
  return { ok: true };
}

/** Forgets a browser; only one's own. */
export async function unsubscribePush(input: UnsubscribePush, actor: Actor): Promise<Outcome<object, never>> {
  await db.pushSubscription.deleteMany({ where: { endpoint: input.endpoint, personId: actor.id } });
  return { ok: true };
}
