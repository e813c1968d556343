import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { isAlive, lookAtProvider } from '@/lib/refunds/desk/look-at-provider';
import { isReplacedBy, maySendAgain } from '@/lib/refunds/desk/rules';
import type { SendAgainReason } from '@/lib/refunds/desk/schema';
import { requestRefund } from '@/lib/refunds/request-refund';

const shape = { lines: true, order: { include: { refunds: true } } } satisfies Prisma.RefundInclude;
type Row = Prisma.RefundGetPayload<{ include: typeof shape }>;
type Sent = Outcome<{ refundId: string }, SendAgainReason>;

/** Sends a refund again that failed for good, or to which the provider gives the same useless answer again and again; only
 * after a look has shown that the provider has none. One without an answer gets a new generation of its key, so that it is a
 * new request there. One that failed stays failed, as every timeline does; a new refund takes its place, through the same
 * request as any other.
 * @returns the refund that is being paid now */
export async function sendAgain({ refundId }: { refundId: string }, actor: Actor): Promise<Sent> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const refund = isId(refundId)
    ? await db.refund.findUnique({ where: { id: refundId }, include: shape })
    : null;
  if (!refund) return { ok: false, reason: 'not-found' };
  if (refund.provider === 'manual') return { ok: false, reason: 'by-hand' };
  const isReplaced = isReplacedBy(refund, refund.order.refunds);
  const may = maySendAgain(refund, isReplaced, now());
  if (may !== 'yes') return { ok: false, reason: may === 'no' ? 'not-stuck' : may };
  const { answered, ours } = await lookAtProvider(refund, actor.name);
  if (!answered) return { ok: false, reason: 'no-answer' };
  if (refund.state === 'failed') {
    return ours && isAlive(ours) ? { ok: false, reason: 'at-provider' } : replace(refund, actor);
  }
  if (ours) return { ok: false, reason: 'at-provider' };
  const renewed = await transaction((tx) => renewKey(tx, refund, actor));
  return renewed ? { ok: true, refundId } : { ok: false, reason: 'not-stuck' };
}

/** The next key, if the refund is as it was before the look: nobody has tried, settled or renewed it since. */
async function renewKey(tx: Tx, refund: Row, actor: Actor): Promise<boolean> {
  const { id, attempts, keyGeneration } = refund;
  const at = now();
  const next = keyGeneration + 1;
  const won = await tx.refund.updateMany({
    where: { id, state: 'unknown', attempts, keyGeneration },
    data: {
      keyGeneration: next,
      idempotencyKey: `rf_${id}_${next}`,
      // The provider's memory of this key begins with its first try.
      firstAttemptAt: null,
      failureReason: null,
      updatedAt: at,
    },
  });
  if (won.count === 0) return false;
  const note = `${actor.name} had the provider looked at: it has no such refund. Sent again with key ${next}.`;
  await addRefundEvent(tx, id, { from: 'unknown', to: 'unknown', cause: 'new-key', note, at });
  await enqueue(tx, 'refund.due', { refundId: id }, { dedupeKey: `refund.due:${id}:${next}` });
  return true;
}

/** A new refund of the same amount and pieces; of two at the same time one is made. */
async function replace(refund: Row, actor: Actor): Promise<Sent> {
  const { id, orderId, amountMinor, reason, order } = refund;
  const lines = refund.lines.map(({ orderItemId, quantity }) => ({ itemId: orderItemId, quantity }));
  const afterSeq = Math.max(...order.refunds.map(({ seq }) => seq));
  const wish = {
    orderId,
    reason,
    afterSeq,
    inPlaceOf: id,
    ...(lines.length > 0 ? { lines } : { amountMinor }),
  };
  const made = await requestRefund(wish, { actor, guestOrderId: null }, 'page');
  if (!made.ok) return made;
  if (made.repeated) return { ok: false, reason: 'already-refunded' };
  return { ok: true, refundId: made.refundId };
}
