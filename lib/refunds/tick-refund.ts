import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { MailContent } from '@/lib/mail/compose';
import { queueMail } from '@/lib/mail/queue-mail';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { languageOfBuyer } from '@/lib/refunds/language-of-buyer';
import { lockOrderOf } from '@/lib/refunds/lock-order';
import { type AboutPaid, paidByHandMail, tickUndoneMail } from '@/lib/refunds/mails';
import {
  type RefundStepMail,
  refundMailKey,
  refundStepMailKey,
  stepMailKeys,
} from '@/lib/refunds/mails-of-refund';
import { isTickedByHand } from '@/lib/refunds/rules';
import type { DeskRefundReason } from '@/lib/refunds/schema';
import { applyFinding } from '@/lib/refunds/settle-refund';
import { mailedReceiptUrl, mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { shopSettings } from '@/lib/settings/queries';

type Ticked = Outcome<{ refundId: string }, DeskRefundReason>;

/** The owner has paid by hand. Of two who press at the same time one has done it, and the other is told. */
export async function tickRefund({ refundId }: { refundId: string }, actor: Actor): Promise<Ticked> {
  return asOwner(refundId, actor, async (tx, shopName) => {
    const refund = await locked(tx, refundId, 'pending');
    if (!refund) return false;
    const wasUndone = (await tx.refundEvent.count({ where: { refundId, cause: 'tick-undone' } })) > 0;
    const note = `Paid by hand by ${actor.name}.`;
    const done = await applyFinding(tx, refundId, { state: 'succeeded', cause: 'ticked', note });
    // The first tick is mailed like every completion. Who was told that it had been a mistake is told anew.
    if (done && wasUndone) await tell(tx, refund, 'paid-by-hand', shopName, paidByHandMail);
    return done;
  });
}

/** The tick was a mistake. Nothing of the past is changed: the refund waits again, as a new entry, and the buyer, who was
 * told that it was paid, is told this too (not if the tick is taken back before that mail was written). */
export async function undoTick({ refundId }: { refundId: string }, actor: Actor): Promise<Ticked> {
  return asOwner(refundId, actor, async (tx, shopName) => {
    const refund = await locked(tx, refundId, 'succeeded');
    if (!refund || !isTickedByHand(refund)) return false;
    const at = now();
    await tx.refund.update({ where: { id: refundId }, data: { state: 'pending' } });
    const note = `The tick was taken back by ${actor.name}: it has not been paid.`;
    const step = { from: 'succeeded', to: 'pending', cause: 'tick-undone', note, at } as const;
    await addRefundEvent(tx, refundId, step);
    if (await wasTold(tx, refundId)) await tell(tx, refund, 'tick-undone', shopName, tickUndoneMail);
    return true;
  });
}

async function asOwner(
  refundId: string,
  actor: Actor,
  change: (tx: Tx, shopName: string) => Promise<boolean>,
): Promise<Ticked> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const known = isId(refundId) && (await db.refund.count({ where: { id: refundId } })) > 0;
  if (!known) return { ok: false, reason: 'not-found' };
  const { shopName } = await shopSettings();
  const changed = await transaction((tx) => change(tx, shopName));
  return changed ? { ok: true, refundId } : { ok: false, reason: 'not-waiting' };
}

/** The refund, if it is paid by hand and in this state; its order and its row are locked until the transaction ends. */
async function locked(tx: Tx, refundId: string, state: 'pending' | 'succeeded') {
  await lockOrderOf(tx, refundId);
  const won = await tx.refund.updateMany({
    where: { id: refundId, provider: 'manual', state },
    data: { updatedAt: now() },
  });
  if (won.count === 0) return null;
  return tx.refund.findUniqueOrThrow({ where: { id: refundId }, include: { order: true } });
}

/** Whether the buyer was mailed that it is paid. */
async function wasTold(tx: Tx, refundId: string): Promise<boolean> {
  const steps = await tx.refundEvent.count({ where: { refundId } });
  const keys = [refundMailKey('succeeded', refundId), ...stepMailKeys(['paid-by-hand'], refundId, steps)];
  return (await tx.mail.count({ where: { dedupeKey: { in: keys } } })) > 0;
}

type Locked = NonNullable<Awaited<ReturnType<typeof locked>>>;

/** A mail for this step, however often there is one. */
async function tell(
  tx: Tx,
  { id, orderId, amountMinor, currency, order }: Locked,
  template: RefundStepMail,
  shopName: string,
  words: (refund: AboutPaid) => MailContent,
): Promise<void> {
  const at = now();
  const position = await tx.refundEvent.count({ where: { refundId: id } });
  const linked = { id, orderId, linkNonce: order.linkNonce };
  const hasReceipt = (await tx.creditNote.count({ where: { refundId: id } })) > 0;
  await queueMail(tx, {
    dedupeKey: refundStepMailKey(template, position, id),
    to: { email: order.email },
    shopName,
    content: words({
      orderNumber: order.number,
      amount: { amountMinor, currency },
      at,
      url: mailedTrackerUrl(linked, at),
      receiptUrl: hasReceipt ? mailedReceiptUrl(linked, at) : null,
      language: await languageOfBuyer(tx, order),
    }),
  });
}
