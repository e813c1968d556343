import { DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { behaviourOf, progressAt } from '@/lib/refunds/providers/pretend-behaviours';
import type { ProviderRefund, RefundOrder } from '@/lib/refunds/providers/provider';

/** A key is kept for a day. Then it is forgotten, and the same request is a new one that pays again. */
export const KEY_KEPT = DAY;
/** What was asked without a refund being made stands in the books beside the payments. */
const ASKED = 'asked:';

export type Book = NonNullable<Awaited<ReturnType<typeof db.pretendRefund.findUnique>>>;

/** The books of the pretend provider: for all the rest of the code an outside system. */
export async function booksOf(paymentRef: string): Promise<ProviderRefund[]> {
  const books = await db.pretendRefund.findMany({ where: { paymentRef }, orderBy: { createdAt: 'asc' } });
  const at = now();
  return books.map((book) => asRefund(book, at));
}

export async function booksSince(from: Date): Promise<ProviderRefund[]> {
  const books = await db.pretendRefund.findMany({
    where: { createdAt: { gte: from }, NOT: { paymentRef: { startsWith: ASKED } } },
  });
  const at = now();
  return books.map((book) => asRefund(book, at));
}

export async function bookNamed(id: string): Promise<ProviderRefund | null> {
  const book = await db.pretendRefund.findUnique({ where: { id } });
  return book && asRefund(book, now());
}

/** Makes a refund, or gives the one that was made with this key while the key is kept. */
export async function writeOnce(order: RefundOrder): Promise<{ book: Book; isNew: boolean }> {
  const { idempotencyKey } = order;
  try {
    const data = { id: `pre_${newId()}`, ...order, createdAt: now() };
    return { book: await db.pretendRefund.create({ data }), isNew: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const book = await db.pretendRefund.findUniqueOrThrow({ where: { idempotencyKey } });
    if (later(book.createdAt, KEY_KEPT) > now()) return { book, isNew: false };
    // Of several who find it old one forgets it, and all look again.
    await db.pretendRefund.updateMany({
      where: { id: book.id, idempotencyKey },
      data: { idempotencyKey: `forgotten:${book.id}` },
    });
    return writeOnce(order);
  }
}

/** How long ago something was first asked for, in milliseconds; noted at the first time.
 * @param what a key, or a payment */
export async function askedFor(what: string): Promise<number> {
  const known = await firstAsked(what);
  if (known !== null) return known;
  const facts = { paymentRef: `${ASKED}${what}`, amountMinor: 0, currency: '', refundId: '' };
  await writeOnce({ ...facts, idempotencyKey: `${ASKED}${what}` });
  return 0;
}

/** As `askedFor`, noting nothing; null when it never was. */
export async function firstAsked(what: string): Promise<number | null> {
  const book = await db.pretendRefund.findUnique({ where: { idempotencyKey: `${ASKED}${what}` } });
  return book && now().getTime() - book.createdAt.getTime();
}

/** What somebody clicked in the provider's own dashboard a day ago: no metadata of ours. */
export async function refundInDashboard(order: RefundOrder): Promise<void> {
  await writeOnce({ ...order, idempotencyKey: `dashboard_${order.paymentRef}`, refundId: '' });
}

export function hasSameParameters(book: Book, order: RefundOrder): boolean {
  return (
    book.paymentRef === order.paymentRef &&
    book.amountMinor === order.amountMinor &&
    book.currency === order.currency &&
    book.refundId === order.refundId
  );
}

export function asRefund(book: Book, at: Date): ProviderRefund {
  // The dashboard's refund was made before we asked.
  const madeAt = book.refundId === '' ? later(book.createdAt, -DAY) : book.createdAt;
  const { isTraced, ...progress } = progressAt(behaviourOf(book.paymentRef), at.getTime() - madeAt.getTime());
  return {
    id: book.id,
    paymentRef: book.paymentRef,
    amountMinor: book.amountMinor,
    currency: book.currency,
    ...progress,
    failureReason: progress.state === 'failed' ? 'expired_or_canceled_card' : null,
    refundId: book.refundId || null,
    traceNumber: isTraced ? `PRETEND${book.id.slice(-8).toUpperCase()}` : null,
    madeAt,
  };
}
