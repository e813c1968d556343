import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import type { ImportRow, RowResult } from '@/lib/imports/rows';
import { applyDispute } from '@/lib/refunds/apply-dispute';
import { importTold } from '@/lib/refunds/orders/import-told';
import { lookAtPayment } from '@/lib/refunds/orders/look-at-payment';
import { readStripeCharge } from '@/lib/refunds/orders/read-stripe-charge';
import { stripeClient } from '@/lib/refunds/providers/stripe-client';
import { readStripeError } from '@/lib/refunds/providers/stripe-errors';
import { readStripeDispute } from '@/lib/refunds/providers/stripe-reading';

/** Stripe gives at most this many at a time. */
const PER_PAGE = 100;

/** Every charge of the Stripe account, or those made since then, the newest first.
 * @throws Error with a sentence when Stripe does not answer */
export async function* listStripeCharges(since: Date | null): AsyncGenerator<ImportRow> {
  const created = since ? { created: { gte: Math.floor(since.getTime() / 1000) } } : {};
  try {
    for await (const charge of stripeClient().charges.list({ ...created, limit: PER_PAGE })) {
      yield { line: charge.id, value: charge };
    }
  } catch (error) {
    throw new Error(messageOf(readStripeError(error)));
  }
}

/** Imports charges as Stripe lists them; of those with refunds or disputes these are looked up too, each by its own name, so
 * that later news of them finds the same row. */
export async function importStripeCharges(charges: readonly unknown[]): Promise<RowResult[]> {
  const results = await importTold(charges.map(readStripeCharge));
  for (const [at, charge] of charges.entries()) {
    const result = results[at];
    if (!result?.ok || !isTouched(charge)) continue;
    try {
      const changes = await lookAtCharge(charge);
      if (changes > 0 && result.what === 'unchanged') results[at] = { ok: true, what: 'updated' };
    } catch (error) {
      const why = messageOf(readStripeError(error));
      results[at] = {
        ok: false,
        reason: `The order is here, but its refunds could not be looked up: ${why}`,
      };
    }
  }
  return results;
}

type Touched = { id: string; payment_intent: unknown; amount_refunded: number; disputed: boolean };

/** Money of it went back, or is asked back; the shape was checked by the reader. */
function isTouched(charge: unknown): charge is Touched {
  const { amount_refunded: refunded, disputed } = charge as Touched;
  return refunded > 0 || disputed;
}

async function lookAtCharge(charge: Touched): Promise<number> {
  const names = [charge.id, charge.payment_intent].filter((name) => typeof name === 'string');
  const order = await db.order.findFirst({
    where: { provider: 'stripe', paymentRef: { in: names } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (!order) return 0;
  let changes = charge.amount_refunded > 0 ? await lookAtPayment(order.id) : 0;
  if (!charge.disputed) return changes;
  for await (const found of stripeClient().disputes.list({ charge: charge.id, limit: PER_PAGE })) {
    const dispute = readStripeDispute(found);
    const changed = await transaction((tx) => applyDispute(tx, 'stripe', dispute));
    changes += changed ? 1 : 0;
  }
  return changes;
}
