import { z } from 'zod';
import { DAY, later, now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { isPretendSignature } from '@/lib/refunds/providers/pretend-signature';
import {
  type PaymentProvider,
  type ProviderRefund,
  type ProviderRefundState,
  ProviderRefusal,
  type RefundOrder,
} from '@/lib/refunds/providers/provider';

/** The reference of a payment starts with how its refund shall go; anything else goes well. */
const BEHAVIOURS = [
  'pending',
  'fail_later',
  'timeout',
  'error500',
  'refused',
  'disputed',
  'already_refunded',
] as const;
type Behaviour = (typeof BEHAVIOURS)[number] | 'ok';

/** How long a refund is on its way; short enough to watch, long enough to be seen. */
const PENDING_FOR: Partial<Record<Behaviour, number>> = { ok: 3 * SECOND, pending: 60 * SECOND };
/** After this a `fail_later` refund comes back, as a closed card does days later. */
const FAILS_AFTER = 10 * SECOND;
/** How long the answer that never arrives keeps its caller waiting. */
const SILENCE_MS = 200;

const DISPUTE = 'pretend_dispute_of:';

type Book = NonNullable<Awaited<ReturnType<typeof db.pretendRefund.findUnique>>>;

/** A payment provider that behaves like the real ones and needs no account: refunds are pending, fail later, time out
 * after the money moved, answer 500 and replay it. Its books are a table of its own; the state of a refund follows from
 * its age, so nothing has to run for it. */
export const pretend: PaymentProvider = {
  name: 'pretend',

  async createRefund(order) {
    const behaviour = behaviourOf(order.paymentRef);
    if (behaviour === 'refused') throw new ProviderRefusal('refused', 'payment_method_closed');
    if (behaviour === 'disputed') throw new ProviderRefusal('disputed', 'charge_disputed');
    if (behaviour === 'already_refunded') {
      await refundInDashboard(order);
      throw new ProviderRefusal('already-refunded', 'charge_already_refunded');
    }
    const { book, isNew } = await writeOnce(order);
    if (!hasSameParameters(book, order)) {
      throw new Error('idempotency_error: this key was used with other parameters');
    }
    if (behaviour === 'timeout' && isNew) {
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
      throw new Error('The connection timed out before an answer came.');
    }
    // The saved answer of the key is a 500 for as long as the key is kept, although the refund was made.
    if (behaviour === 'error500') throw new Error('The provider answered 500.');
    return asRefund(book, now());
  },

  async listRefunds(paymentRef) {
    const books = await db.pretendRefund.findMany({ where: { paymentRef }, orderBy: { createdAt: 'asc' } });
    const at = now();
    return books.map((book) => asRefund(book, at));
  },

  async getRefund(providerRefundId) {
    const book = await db.pretendRefund.findUnique({ where: { id: providerRefundId } });
    return book && asRefund(book, now());
  },

  async refundsSince(from) {
    const books = await db.pretendRefund.findMany({ where: { createdAt: { gte: from } } });
    const at = now();
    return books.map((book) => asRefund(book, at));
  },

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
    if (!message) return null;
    const { id, type, data } = message;
    if (/^refund\.(created|updated|failed)$/.test(type) && data.refund) {
      return { id, type, about: 'refund', providerRefundId: data.refund };
    }
    if (type === 'dispute.created' && data.payment)
      return { id, type, about: 'dispute', providerDisputeId: `${DISPUTE}${data.payment}` };
    return { id, type, about: 'nothing-of-ours' };
  },
};

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

function behaviourOf(paymentRef: string): Behaviour {
  return BEHAVIOURS.find((name) => paymentRef.startsWith(`pretend_${name}`)) ?? 'ok';
}

async function writeOnce(order: RefundOrder): Promise<{ book: Book; isNew: boolean }> {
  const { idempotencyKey } = order;
  try {
    const book = await db.pretendRefund.create({
      data: { id: `pre_${newId()}`, ...order, createdAt: now() },
    });
    return { book, isNew: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return {
      book: await db.pretendRefund.findUniqueOrThrow({ where: { idempotencyKey } }),
      isNew: false,
    };
  }
}

/** What somebody clicked in the provider's own dashboard a day ago: no metadata of ours. */
async function refundInDashboard(order: RefundOrder): Promise<void> {
  await writeOnce({ ...order, idempotencyKey: `dashboard_${order.paymentRef}`, refundId: '' });
}

function hasSameParameters(book: Book, order: RefundOrder): boolean {
  return (
    book.paymentRef === order.paymentRef &&
    book.amountMinor === order.amountMinor &&
    book.currency === order.currency &&
    book.refundId === order.refundId
  );
}

function asRefund(book: Book, at: Date): ProviderRefund {
  const behaviour = behaviourOf(book.paymentRef);
  // The dashboard's refund was made before we asked.
  const madeAt = book.refundId === '' ? later(book.createdAt, -DAY) : book.createdAt;
  const state = stateAtAge(behaviour, at.getTime() - madeAt.getTime());
  return {
    id: book.id,
    paymentRef: book.paymentRef,
    amountMinor: book.amountMinor,
    currency: book.currency,
    state,
    failureReason: state === 'failed' ? 'expired_or_canceled_card' : null,
    refundId: book.refundId || null,
  };
}

function stateAtAge(behaviour: Behaviour, age: number): ProviderRefundState {
  if (behaviour === 'fail_later') return age < FAILS_AFTER ? 'succeeded' : 'failed';
  return age < (PENDING_FOR[behaviour] ?? 0) ? 'pending' : 'succeeded';
}
