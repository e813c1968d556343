import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { languageOfBuyer } from '@/lib/refunds/language-of-buyer';
import { takenBackMail } from '@/lib/refunds/mails';
import { refundMailKey } from '@/lib/refunds/mails-of-refund';
import { mayRefund, type Viewer } from '@/lib/refunds/policy';
import { mayTakeBack } from '@/lib/refunds/rules';
import { type Alternative, alternativeWords, type TakeBackReason } from '@/lib/refunds/schema';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { shopSettings } from '@/lib/settings/queries';
import { offeredAlternatives } from '@/lib/settings/schema';

/** Takes a refund back while its money has not left; the order can be refunded again afterwards. With `instead` the buyer
 * chose something that the shop offers, and the shop finds it on its desk. Whoever pays at the same moment and this one
 * change the same row, so that one of both happens. */
export async function takeBackRefund(
  input: { refundId: string; instead?: Alternative },
  viewer: Viewer,
): Promise<Outcome<{ refundId: string }, TakeBackReason>> {
  const { refundId, instead } = input;
  if (!isId(refundId)) return { ok: false, reason: 'not-found' };
  const settings = await shopSettings();
  if (instead && !offeredAlternatives(settings).includes(instead))
    return { ok: false, reason: 'not-offered' };
  return transaction(async (tx) => {
    const at = now();
    const refund = await tx.refund.findUnique({ where: { id: refundId }, include: { order: true } });
    if (!refund || !mayRefund(viewer, refund.order)) return { ok: false, reason: 'not-found' };
    if (refund.state === 'canceled' && refund.attempts === 0) return { ok: true, refundId };
    if (!mayTakeBack(refund, at)) return { ok: false, reason: 'too-late' };
    const won = await tx.refund.updateMany({
      where: { id: refundId, state: refund.state, attempts: refund.attempts },
      data: { state: 'canceled', replacedBy: instead ?? null, updatedAt: at },
    });
    if (won.count === 0) return { ok: false, reason: 'too-late' };
    const cause = instead ? 'replaced' : 'taken-back';
    const note = instead ? alternativeWords[instead] : undefined;
    await addRefundEvent(tx, refundId, { from: refund.state, to: 'canceled', cause, note, at });
    const { order } = refund;
    await queueMail(tx, {
      dedupeKey: refundMailKey('taken-back', refundId),
      to: { email: order.email },
      shopName: settings.shopName,
      content: takenBackMail({
        orderNumber: order.number,
        amount: { amountMinor: refund.amountMinor, currency: refund.currency },
        at,
        url: mailedTrackerUrl({ id: refundId, orderId: order.id, linkNonce: order.linkNonce }, at),
        language: await languageOfBuyer(tx, order),
        instead: instead ?? null,
      }),
    });
    return { ok: true, refundId };
  });
}
