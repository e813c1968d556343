import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { factsOf, type OrderFacts } from '@/lib/refunds/orders/order-facts';
import { snapshotOf } from '@/lib/refunds/orders/rules';
import type { OrderInput, SaveOrderReason } from '@/lib/refunds/orders/schema';
import { plainOrder, type ToldOrder } from '@/lib/refunds/orders/told-order';
import { changesNothing, findKnown, type SavedOrder, writeOrder } from '@/lib/refunds/orders/write-order';
import { shopSettings } from '@/lib/settings/queries';

/** Creates the order, or updates the one with this `externalId`; repeating it changes nothing. What refunds stand on
 * (provider, payment, currency, what was refunded) cannot be taken away from under them. */
export async function saveOrder(
  input: OrderInput,
  actor: Actor,
): Promise<Outcome<SavedOrder, SaveOrderReason>> {
  return isOwner(actor) ? saveTold(plainOrder(input)) : { ok: false, reason: 'not-allowed' };
}

/** As `saveOrder`, for whoever sits at the machine itself (imports on the command line, the demo shop), with the refunds and
 * disputes that are told with it. */
export async function saveTold(told: ToldOrder): Promise<Outcome<SavedOrder, SaveOrderReason>> {
  const { facts, problem } = factsOf(told);
  if (!facts) return problem;
  const [known] = await findKnown(db, [facts.columns.externalId]);
  if (known && changesNothing(known, facts)) return { ok: true, orderId: known.id, change: 'unchanged' };
  return saveFacts(facts, await policyInForce());
}

/** Saves one order in a transaction of its own. */
export async function saveFacts(
  facts: OrderFacts,
  policy: string,
): Promise<Outcome<SavedOrder, SaveOrderReason>> {
  try {
    return await transaction((tx) => writeOrder(tx, facts, policy));
  } catch (error) {
    // Somebody created the same order at the same moment: now it is an update.
    if (!isUniqueViolation(error)) throw error;
    return transaction((tx) => writeOrder(tx, facts, policy));
  }
}

/** The refund policy to write beside an order that comes in now. */
export async function policyInForce(): Promise<string> {
  const { refundWindowDays } = await shopSettings();
  return snapshotOf(refundWindowDays, now());
}
