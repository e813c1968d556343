import { parseEmail } from '@/lib/accounts/email-address';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { hashOrderCode } from '@/lib/refunds/orders/hash-order-code';
import { findOrder } from '@/lib/refunds/orders/queries';
import { CODE_TRIES, type OrderLookup } from '@/lib/refunds/orders/schema';
import { signGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import { sameSecret } from '@/lib/secrets';

/** Checks a mailed code. Only the newest one of the order counts, once, for 15 minutes and five tries in all, however
 * many guesses arrive at the same time.
 * @returns a pass that opens this order in this browser for 15 minutes */
export async function confirmOrderCode(
  input: OrderLookup & { code: string },
): Promise<Outcome<{ pass: string; orderId: string }, 'code-wrong'>> {
  const wrong = { ok: false, reason: 'code-wrong', field: 'code' } as const;
  const order = await findOrder({ number: input.number, email: parseEmail(input.email) ?? '' });
  const newest = order
    ? await db.orderCode.findFirst({
        where: { orderId: order.id },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
    : null;
  // The comparison is made in any case, so that its time tells nothing about whether there was something to compare.
  const matches = sameSecret(hashOrderCode(newest?.id ?? 'none', input.code), newest?.codeHash ?? '');
  if (!order || !newest) return wrong;
  const live = { id: newest.id, usedAt: null, expiresAt: { gt: now() } };
  // One statement takes a try and checks that there was one left; parallel guesses queue up at the row.
  const counted = await db.orderCode.updateMany({
    where: { ...live, tries: { lt: CODE_TRIES } },
    data: { tries: { increment: 1 } },
  });
  if (counted.count === 0 || !matches) return wrong;
  const used = await db.orderCode.updateMany({ where: live, data: { usedAt: now() } });
  if (used.count === 0) return wrong;
  return { ok: true, pass: signGuestPass(order, now()), orderId: order.id };
}
