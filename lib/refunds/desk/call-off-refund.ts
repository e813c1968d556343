import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { addNote } from '@/lib/refunds/desk/add-refund-note';
import { calledOffMail } from '@/lib/refunds/desk/mails';
import { mayCallOff } from '@/lib/refunds/desk/rules';
import type { CallOffReason } from '@/lib/refunds/desk/schema';
import { languageOfBuyer } from '@/lib/refunds/language-of-buyer';
import { refundMailKey } from '@/lib/refunds/mails-of-refund';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { shopSettings } from '@/lib/settings/queries';
import { cleanText } from '@/lib/text';

type CalledOff = Outcome<{ refundId: string }, CallOffReason>;

/** The owner calls a refund off while that is possible: it waits for them, its money has not left, or they have not paid it by
 * hand. The buyer is told at once, with the owner's words. Whoever pays at the same moment changes the same row, so that one of
 * both happens. */
export async function callOffRefund(
  input: { refundId: string; words: string },
  actor: Actor,
): Promise<CalledOff> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  if (!isId(input.refundId)) return { ok: false, reason: 'not-found' };
  const words = cleanText(input.words);
  if (words === '') return { ok: false, reason: 'words-empty' };
  const { shopName } = await shopSettings();
  return transaction((tx) => callOff(tx, input.refundId, words, actor, shopName));
}

async function callOff(
  tx: Tx,
  refundId: string,
  words: string,
  actor: Actor,
  shopName: string,
): Promise<CalledOff> {
  const at = now();
  const refund = await tx.refund.findUnique({ where: { id: refundId }, include: { order: true } });
  if (!refund) return { ok: false, reason: 'not-found' };
  if (!mayCallOff(refund)) return { ok: false, reason: 'too-late' };
  const { state, attempts, order } = refund;
  const won = await tx.refund.updateMany({
    where: { id: refundId, state, attempts },
    data: { state: 'canceled', updatedAt: at },
  });
  if (won.count === 0) return { ok: false, reason: 'too-late' };
  const note = `Called off by ${actor.name}.`;
  await addRefundEvent(tx, refundId, { from: state, to: 'canceled', cause: 'called-off', note, at });
  await addNote(tx, refundId, 'called-off', words, actor);
  await queueMail(tx, {
    dedupeKey: refundMailKey('called-off', refundId),
    to: { email: order.email },
    shopName,
    content: calledOffMail({
      orderNumber: order.number,
      amount: { amountMinor: refund.amountMinor, currency: refund.currency },
      at,
      url: mailedTrackerUrl({ id: refundId, orderId: order.id, linkNonce: order.linkNonce }, at),
      language: await languageOfBuyer(tx, order),
      words,
    }),
  });
  return { ok: true, refundId };
}
