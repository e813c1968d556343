import { later, now, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { queueMail } from '@/lib/mail/queue-mail';
import { addRefundEvent } from '@/lib/refunds/add-refund-event';
import { askedLately } from '@/lib/refunds/breaker/asked-lately';
import { breakerLimits, PROMISE, reasonToQueue } from '@/lib/refunds/breaker/rules';
import { decideAmount } from '@/lib/refunds/decide-amount';
import { decideAsking } from '@/lib/refunds/decide-asking';
import { addNote, noteReplacement } from '@/lib/refunds/desk/add-refund-note';
import { languageOfBuyer } from '@/lib/refunds/language-of-buyer';
import { queuedMail } from '@/lib/refunds/mails';
import { refundMailKey } from '@/lib/refunds/mails-of-refund';
import { windowDaysOf } from '@/lib/refunds/orders/rules';
import { approvesByAsking, isBuyer, mayRefund, type Viewer } from '@/lib/refunds/policy';
import { holdsMoney } from '@/lib/refunds/rules';
import type { RefundWish, RequestRefundReason } from '@/lib/refunds/schema';
import { mailedTrackerUrl } from '@/lib/refunds/sign-view-link';
import { shopSettings } from '@/lib/settings/queries';
import type { ShopSettings } from '@/lib/settings/schema';
import { cleanText } from '@/lib/text';
import type { Language } from '@/lib/words/languages';

type Requested = {
  refundId: string;
  orderId: string;
  /** It was asked for before; nothing new was made. */
  repeated: boolean;
};
type Via = 'page' | 'guest' | 'api';

/** Approves a refund at once: a row with the amount from our own order, its key, and what follows, in one transaction.
 * However often and from wherever it is asked at the same time, an order is never refunded beyond what was paid; asking
 * again for an order that is wholly refunded gives that same refund.
 * @param language of the page where it is asked for, kept with the order when its buyer asks; null for programs */
export async function requestRefund(
  input: RefundWish,
  viewer: Viewer,
  via: Via,
  language: Language | null = null,
): Promise<Outcome<Requested, RequestRefundReason>> {
  const found = isId(input.orderId)
    ? await db.order.findUnique({ where: { id: input.orderId }, select: { id: true, email: true } })
    : null;
  if (!found || !mayRefund(viewer, found)) return { ok: false, reason: 'not-found' };
  const settings = await shopSettings();
  const spoken = isBuyer(viewer, found) ? language : null;
  return transaction(async (tx) => {
    await lockPersonAndOrder(tx, found, spoken);
    return approve(tx, found, input, viewer, via, settings);
  });
}

async function approve(
  tx: Tx,
  found: { id: string },
  input: RefundWish,
  viewer: Viewer,
  via: Via,
  settings: ShopSettings,
): Promise<Outcome<Requested, RequestRefundReason>> {
  const order = await tx.order.findUnique({
    where: { id: found.id },
    include: { items: true, refunds: { orderBy: { seq: 'asc' }, include: { lines: true } } },
  });
  if (!order || !mayRefund(viewer, order)) return { ok: false, reason: 'not-found' };
  const at = now();
  const lastSeq = Math.max(0, ...order.refunds.map((refund) => refund.seq));
  if (input.afterSeq !== undefined && input.afterSeq !== lastSeq) {
    return { ok: false, reason: 'changed-meanwhile' };
  }
  const windowDays = settings.refundWindowDays;
  const decision = decideAsking(order, order.refunds, windowDays, at);
  if (!decision.ok) {
    const standing = order.refunds.filter((refund) => holdsMoney(refund.state)).at(-1);
    if (decision.reason === 'already-refunded' && standing) {
      return { ok: true, refundId: standing.id, orderId: order.id, repeated: true };
    }
    return { ok: false, reason: decision.reason };
  }
  const wanted = decideAmount(input, order, decision.amountMinor);
  if (!wanted.ok) return wanted;
  const { amountMinor, lines } = wanted;
  const late = decision.isLate ? 'window-closed' : null;
  const waits = approvesByAsking(viewer)
    ? null
    : (late ?? reasonToQueue(await askedLately(tx, order, at), amountMinor, breakerLimits(settings)));
  const promisedBy = waits ? later(at, PROMISE) : null;
  const state = waits ? 'queued' : 'requested';
  const undoUntil = waits ? null : undoUntilOf(viewer, via, at);
  const id = newId();
  await tx.refund.create({
    data: {
      id,
      orderId: order.id,
      seq: lastSeq + 1,
      amountMinor,
      currency: order.currency,
      provider: order.provider,
      paymentRef: order.paymentRef,
      state,
      idempotencyKey: `rf_${id}`,
      undoUntil,
      promisedBy,
      reason: cleanText(input.reason ?? ''),
      policySnapshot: JSON.stringify({
        windowDays: windowDaysOf(order.policySnapshot, windowDays),
        decidedAt: at,
        refundableMinor: decision.amountMinor,
      }),
      requestedVia: via,
      requestedById: viewer.actor?.id ?? null,
      createdAt: at,
      updatedAt: at,
    },
  });
  await tx.refundLine.createMany({
    data: lines.map(({ itemId, ...line }) => ({ id: newId(), refundId: id, orderItemId: itemId, ...line })),
  });
  await addRefundEvent(tx, id, {
    from: null,
    to: state,
    cause: waits ?? (isBuyer(viewer, order) ? 'buyer' : 'owner'),
    at,
  });
  // The buyer reads it.
  if (input.goodwill && viewer.actor) await addNote(tx, id, 'goodwill', input.goodwill.words, viewer.actor);
  if (input.inPlaceOf && viewer.actor) await noteReplacement(tx, input.inPlaceOf, id, viewer.actor);
  if (promisedBy) {
    const { shopName, timeZone } = settings;
    const refund = { id, orderId: order.id, linkNonce: order.linkNonce };
    await queueMail(tx, {
      dedupeKey: refundMailKey('queued', id),
      to: { email: order.email },
      shopName,
      content: queuedMail({
        orderNumber: order.number,
        amount: { amountMinor, currency: order.currency },
        at,
        promisedBy,
        timeZone,
        url: mailedTrackerUrl(refund, at),
        language: await languageOfBuyer(tx, order),
        isLate: waits === 'window-closed',
      }),
    });
    await enqueue(tx, 'refund.waits', { refundId: id });
  } else {
    await enqueue(tx, 'refund.approved', { refundId: id }, { dedupeKey: `refund.approved:${id}` });
    await enqueue(
      tx,
      'refund.due',
      { refundId: id },
      { runAt: undoUntil ?? at, dedupeKey: `refund.due:${id}` },
    );
  }
  return { ok: true, refundId: id, orderId: order.id, repeated: false };
}

/** Writing first locks: the person's oldest order, which stands for the person, so that the limit per person cannot be outrun,
 * and then the order itself. All of a person's orders at once would be locked in any order: fifty requests at the same moment
 * waited for each other in circles on PostgreSQL.
 * @param language what the buyer speaks, kept with the order by the same statement */
async function lockPersonAndOrder(
  tx: Tx,
  { id, email }: { id: string; email: string },
  language: Language | null,
): Promise<void> {
  const oldest = await tx.order.findFirst({
    where: { email },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  for (const locked of new Set([oldest?.id ?? id, id])) {
    const spoken = locked === id && language ? { language } : {};
    await tx.order.updateMany({
      where: { id: locked },
      data: { lockVersion: { increment: 1 }, ...spoken },
    });
  }
}

/** People have a minute to think again; programs and the owner mean what they say. */
function undoUntilOf(viewer: Viewer, via: Via, at: Date): Date | null {
  const seconds = config().refundUndoSeconds;
  return via === 'api' || approvesByAsking(viewer) || seconds === 0 ? null : later(at, seconds * SECOND);
}
