import { z } from 'zod';
import { now, SECOND } from '@/lib/clock';
import { patience } from '@/lib/refunds/providers/patience';
import { behaviourOf } from '@/lib/refunds/providers/pretend-behaviours';
import {
  askedFor,
  asRefund,
  bookNamed,
  booksOf,
  booksSince,
  firstAsked,
  hasSameParameters,
  KEY_KEPT,
  refundInDashboard,
  writeOnce,
} from '@/lib/refunds/providers/pretend-books';
import { isPretendSignature } from '@/lib/refunds/providers/pretend-signature';
import {
  type PaymentProvider,
  type ProviderEvent,
  ProviderRefusal,
  type RefundOrder,
} from '@/lib/refunds/providers/provider';

/** How long the answer of `timeout` keeps its caller waiting. */
const SILENCE_MS = 200;
/** How long `in_use` and `rate_limited` last. */
const BUSY_FOR = 5 * SECOND;
/** How long `error500_before` is broken. */
const BROKEN_FOR = 60 * SECOND;

const DISPUTE = 'pretend_dispute_of:';

/** A payment provider that needs no account and is as nasty as the real ones, by the name of the payment
 * (pretend-behaviours.ts). Its books are a table of its own. */
export const pretend: PaymentProvider = {
  name: 'pretend',

  async createRefund(order) {
    await refuseOrFail(order);
    const { book, isNew } = await writeOnce(order);
    if (!hasSameParameters(book, order)) {
      throw new Error('idempotency_error: this key was used with other parameters');
    }
    await spoilAnswer(order, isNew);
    return asRefund(book, now());
  },

  listRefunds: booksOf,
  getRefund: bookNamed,
  refundsSince: booksSince,

  /** There are no books of disputes: one that was told of is open. */
  async getDispute(providerDisputeId) {
    const facts = { amount: null, reason: 'general', isInquiry: false };
    const paymentRefs = [providerDisputeId.slice(DISPUTE.length)];
    return { id: providerDisputeId, paymentRefs, ...facts, state: 'open', openedAt: now() };
  },

  async verifyWebhook(rawBody, headers, at) {
    const header = headers['pretend-signature'];
    if (header === undefined || !isPretendSignature(header, rawBody, at)) return null;
    const message = parseMessage(rawBody);
    return message && eventOf(message);
  },
};

/** What goes wrong before anything is done. */
async function refuseOrFail(order: RefundOrder): Promise<void> {
  switch (behaviourOf(order.paymentRef)) {
    case 'refused':
      throw new ProviderRefusal('refused', 'payment_method_closed');
    case 'disputed':
      throw new ProviderRefusal('disputed', 'charge_disputed');
    case 'already_refunded':
      await refundInDashboard(order);
      throw new ProviderRefusal('already-refunded', 'charge_already_refunded');
    case 'in_use':
      if ((await askedFor(order.idempotencyKey)) < BUSY_FOR) throw new Error('409: this key is in use.');
      return;
    case 'rate_limited':
      if ((await askedFor(order.idempotencyKey)) < BUSY_FOR) throw new Error('429: too many requests.');
      return;
    case 'error500_before':
      if (await isSavedFailure(order)) throw new Error('The provider answered 500.');
      return;
    default:
  }
}

/** Every key that comes in the payment's first minute gets a 500, and keeps it for as long as the key is kept; other keys, and
 * the same one once it is forgotten, go through. */
async function isSavedFailure({ idempotencyKey, paymentRef }: RefundOrder): Promise<boolean> {
  if ((await askedFor(paymentRef)) < BROKEN_FOR) {
    await askedFor(idempotencyKey);
    return true;
  }
  const age = await firstAsked(idempotencyKey);
  return age !== null && age < KEY_KEPT;
}

/** What goes wrong although the money moved. */
async function spoilAnswer({ paymentRef }: RefundOrder, isNew: boolean): Promise<void> {
  const behaviour = behaviourOf(paymentRef);
  if (behaviour === 'error500') throw new Error('The provider answered 500.');
  if (!isNew) return;
  if (behaviour === 'reset') throw new Error('The connection was reset.');
  if (behaviour !== 'timeout' && behaviour !== 'hang') return;
  await new Promise((resolve) =>
    setTimeout(resolve, behaviour === 'hang' ? patience.answerWithinMs : SILENCE_MS),
  );
  throw new Error('The connection timed out before an answer came.');
}

const Message = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(100),
  data: z.object({
    refund: z.string().max(200).optional(),
    payment: z.string().max(500).optional(),
  }),
});

function parseMessage(rawBody: string): z.infer<typeof Message> | null {
  try {
    return Message.safeParse(JSON.parse(rawBody)).data ?? null;
  } catch {
    return null;
  }
}

function eventOf({ id, type, data }: z.infer<typeof Message>): ProviderEvent {
  if (/^refund\.(created|updated|failed)$/.test(type) && data.refund) {
    return { id, type, about: 'refund', providerRefundId: data.refund };
  }
  if (type === 'dispute.created' && data.payment) {
    return { id, type, about: 'dispute', providerDisputeId: `${DISPUTE}${data.payment}` };
  }
  return { id, type, about: 'nothing-of-ours' };
}
