import { parseDecimalToMinor } from '@/lib/money';
import { type ChosenLine, holdsMoney, type ItemLeft, priceOf } from '@/lib/refunds/rules';
import type { RefundState, RefundWish, RequestRefundReason } from '@/lib/refunds/schema';

type OrderRow = {
  currency: string;
  capturedMinor: number;
  items: { id: string; unitMinor: number; quantity: number }[];
  refunds: { state: RefundState; lines: { orderItemId: string; quantity: number }[] }[];
};
type Amount = { ok: true; amountMinor: number; lines: ChosenLine[] };
type Refused = { ok: false; reason: RequestRefundReason; field?: string };

/** How much a wish is for: pieces are priced from our rows, a typed amount is read in the order's currency, and nothing said
 * is all that is left.
 * @param leftMinor what may be refunded now */
export function decideAmount(wish: RefundWish, order: OrderRow, leftMinor: number): Amount | Refused {
  if (wish.lines && wish.lines.length > 0) {
    const lines = priceOf(wish.lines, itemsLeft(order), order.capturedMinor);
    if (!lines) return { ok: false, reason: 'pieces-too-many' };
    const sum = lines.reduce((total, line) => total + line.amountMinor, 0);
    if (sum < 1) return { ok: false, reason: 'part-missing' };
    return { ok: true, amountMinor: Math.min(sum, leftMinor), lines };
  }
  if (wish.lines && !wish.amountTyped) return { ok: false, reason: 'part-missing' };
  const typed = wish.amountTyped ? parseDecimalToMinor(wish.amountTyped, order.currency) : undefined;
  if (typed === null || typed === 0) return { ok: false, reason: 'amount-unclear', field: 'amount' };
  const amountMinor = typed ?? wish.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor) {
    return { ok: false, reason: 'amount-too-large', field: typed === undefined ? 'amountMinor' : 'amount' };
  }
  return { ok: true, amountMinor, lines: [] };
}

/** The items of an order with how many pieces of each have been refunded. */
export function itemsLeft(order: Pick<OrderRow, 'items' | 'refunds'>): ItemLeft[] {
  const lines = order.refunds.filter(({ state }) => holdsMoney(state)).flatMap((refund) => refund.lines);
  return order.items.map(({ id, unitMinor, quantity }) => ({
    id,
    unitMinor,
    quantity,
    refunded: lines.filter((line) => line.orderItemId === id).reduce((sum, line) => sum + line.quantity, 0),
  }));
}
