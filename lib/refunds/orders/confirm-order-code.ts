import { parseEmail } from '@/lib/accounts/email-address';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { answerEvenly } from '@/lib/refunds/orders/answer-evenly';
import { hashOrderCode } from '@/lib/refunds/orders/hash-order-code';
import { findOrder } from '@/lib/refunds/orders/queries';
import { CODE_TRIES, type OrderLookup } from '@/lib/refunds/orders/schema';
import { signGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import { orderOfLink } from '@/lib/refunds/orders/sign-order-link';
import { sameSecret } from '@/lib/secrets';
import type { Language } from '@/lib/words/languages';

type Confirmed = Outcome<{ pass: string; orderId: string }, 'code-wrong'>;

/** Checks a mailed code. Only the newest one of the order counts, once, for 15 minutes and five tries in all, however
 * many guesses arrive at the same time.
 * @param language of the page, kept with the order once its buyer has proven to be that; null keeps what was
 * @returns a pass that opens this order in this browser for 15 minutes */
export async function confirmOrderCode(
  input: OrderLookup & { code: string },
  language: Language | null = null,
): Promise<Confirmed> {
  // A guess at a code that exists is written down, one at nothing is not: the time must not tell.
  return answerEvenly(async () => {
    const order = await findOrder({ number: input.number, email: parseEmail(input.email) ?? '' });
    return confirmCode(order, input.code, language);
  });
}

/** The same for a code that was asked for through the link of an order mail. */
export async function confirmLinkedCode(
  input: { token: string; code: string },
  language: Language | null = null,
): Promise<Confirmed> {
  const id = await orderOfLink(input.token, now());
  const order = id && (await db.order.findUnique({ where: { id }, select: { id: true, linkNonce: true } }));
  return confirmCode(order || null, input.code, language);
}

async function confirmCode(
  order: { id: string; linkNonce: number } | null,
  code: string,
  language: Language | null,
): Promise<Confirmed> {
  const wrong = { ok: false, reason: 'code-wrong', field: 'code' } as const;
  const newest = order
    ? await db.orderCode.findFirst({
        where: { orderId: order.id },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
    : null;
  // The comparison is made in any case, so that its time tells nothing about whether there was something to compare.
  const matches = sameSecret(hashOrderCode(newest?.id ?? 'none', code), newest?.codeHash ?? '');
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
  if (language) await db.order.updateMany({ where: { id: order.id }, data: { language } });
  return { ok: true, pass: signGuestPass(order, now()), orderId: order.id };
}
