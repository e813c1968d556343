import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { GoodwillReason } from '@/lib/refunds/desk/schema';
import { requestRefund } from '@/lib/refunds/request-refund';
import { cleanText } from '@/lib/text';

type Gesture = { refundId: string; amount: string; words: string; lastSeq: number };

/** A gesture on top of a refund: another refund of the same order, of as much as the owner says and never beyond what was
 * paid, through the same request as any other. The buyer reads the words that come with it.
 * @returns the refund that was made */
export async function giveGoodwill(
  { refundId, amount, words, lastSeq }: Gesture,
  actor: Actor,
): Promise<Outcome<{ refundId: string }, GoodwillReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const refund = isId(refundId)
    ? await db.refund.findUnique({ where: { id: refundId }, select: { orderId: true } })
    : null;
  if (!refund) return { ok: false, reason: 'not-found' };
  const wish = {
    orderId: refund.orderId,
    amountTyped: amount,
    afterSeq: lastSeq,
    goodwill: { words: cleanText(words) },
  };
  const made = await requestRefund(wish, { actor, guestOrderId: null }, 'page');
  if (!made.ok) return made;
  return made.repeated ? { ok: false, reason: 'already-refunded' } : { ok: true, refundId: made.refundId };
}
