import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import type { MailContent } from '@/lib/mail/compose';
import { queueMail } from '@/lib/mail/queue-mail';
import { gestureMail } from '@/lib/refunds/desk/mails';
import { languageOfBuyer } from '@/lib/refunds/language-of-buyer';
import {
  type AboutRefund,
  approvedMail,
  completedMail,
  disputedMail,
  failedMail,
  notSentMail,
  paidByHandMail,
} from '@/lib/refunds/mails';
import { type RefundMail, refundMailKey } from '@/lib/refunds/mails-of-refund';
import { payByHandUntil } from '@/lib/refunds/rules';
import { DISPUTE_OVER, ELSEWHERE, type RefundState } from '@/lib/refunds/schema';
import { mailedReceiptUrl, mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { shopSettings } from '@/lib/settings/queries';

type Told = Awaited<ReturnType<typeof refundToTell>>;

/** Tells the buyer that the refund is approved, once; this is the time-stamped acknowledgement. */
export async function mailApproval(refundId: string): Promise<void> {
  const refund = await refundToTell(refundId);
  // Taken back or let go before this was written: another mail says that.
  const cameToNothing = refund?.state === 'canceled' || refund?.state === 'failed';
  if (!refund || (cameToNothing && refund.attempts === 0)) return;
  const items = refund.order.items;
  const facts = {
    ...(await about(refund, refund.createdAt)),
    refundId,
    byHandUntil: refund.provider === 'manual' ? payByHandUntil(refund.createdAt) : null,
  };
  const gesture = refund.notes.find(({ kind }) => kind === 'goodwill');
  const content = gesture
    ? gestureMail({ ...facts, words: gesture.text })
    : approvedMail({ ...facts, items, undoUntil: refund.undoUntil });
  await tell(refund, 'approved', content);
}

/** Tells the buyer that the refund is complete, once, and only while that is true. */
export async function mailCompletion(refundId: string): Promise<void> {
  const refund = await refundToTell(refundId);
  if (refund?.state !== 'succeeded') return;
  const write = refund.provider === 'manual' ? paidByHandMail : completedMail;
  const at = reached(refund, 'succeeded');
  // One that was made before its order was known here has no receipt of ours.
  const receiptUrl = refund.creditNotes.length > 0 ? mailedReceiptUrl(linkedOf(refund), at) : null;
  await tell(refund, 'succeeded', write({ ...(await about(refund, at)), receiptUrl }));
}

/** Tells the buyer that the money did not or will not arrive this way, once; also when we had said before that it did. */
export async function mailFailure(refundId: string): Promise<void> {
  const refund = await refundToTell(refundId);
  if (!refund) return;
  if (refund.state === 'disputed') {
    return tell(refund, 'disputed', disputedMail(await about(refund, reached(refund, 'disputed'))));
  }
  if (refund.state !== 'failed' && refund.state !== 'canceled') return;
  const facts = await about(refund, reached(refund, refund.state));
  const why = WHY_NOT_SENT[refund.failureReason ?? ''];
  if (why) return tell(refund, 'failed', notSentMail({ ...facts, why }));
  const wasComplete = refund.events.some((event) => event.toState === 'succeeded');
  await tell(refund, 'failed', failedMail({ ...facts, wasComplete }));
}

const WHY_NOT_SENT: Record<string, 'elsewhere' | 'dispute-over'> = {
  [ELSEWHERE]: 'elsewhere',
  [DISPUTE_OVER]: 'dispute-over',
};

function refundToTell(refundId: string) {
  return db.refund.findUnique({
    where: { id: refundId },
    include: {
      order: { include: { items: { orderBy: { position: 'asc' } } } },
      events: { orderBy: { position: 'asc' } },
      notes: true,
      creditNotes: { select: { id: true } },
    },
  });
}

async function about(refund: NonNullable<Told>, at: Date): Promise<AboutRefund> {
  const { amountMinor, currency, order } = refund;
  return {
    orderNumber: order.number,
    amount: { amountMinor, currency },
    at,
    // The link's time counts from the fact, so that writing the mail again gives the same mail.
    url: mailedTrackerUrl(linkedOf(refund), at),
    language: await languageOfBuyer(db, order),
  };
}

function linkedOf({ id, orderId, order }: NonNullable<Told>) {
  return { id, orderId, linkNonce: order.linkNonce };
}

function reached(refund: NonNullable<Told>, state: RefundState): Date {
  return refund.events.find((event) => event.toState === state)?.at ?? refund.updatedAt;
}

async function tell(refund: NonNullable<Told>, template: RefundMail, content: MailContent): Promise<void> {
  const { shopName } = await shopSettings();
  const dedupeKey = refundMailKey(template, refund.id);
  await transaction((tx) =>
    queueMail(tx, { dedupeKey, to: { email: refund.order.email }, shopName, content }),
  );
}
