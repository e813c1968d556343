import { calendarDay } from '@/lib/clock';
import { type ReceiptContent, type ReceiptKind, receiptNumber } from '@/lib/refunds/receipts/schema';
import type { RefundState } from '@/lib/refunds/schema';
import type { ShopSettings } from '@/lib/settings/schema';

/** What a change of state asks for: credit once the money is there, its cancellation when that is not true any more. */
export function receiptFor(from: RefundState | null, to: RefundState): ReceiptKind | null {
  if (from === to) return null;
  if (to === 'succeeded') return 'credit';
  return from === 'succeeded' ? 'cancellation' : null;
}

/** Of a refund's receipts, written in turn, the last one counts. */
export function stands(count: number): boolean {
  return count % 2 === 1;
}

type Refunded = {
  amountMinor: number;
  currency: string;
  lines: readonly { quantity: number; amountMinor: number; item: { name: string } }[];
  order: {
    number: string;
    paidAt: Date | null;
    methodLabel: string;
    totalMinor: number;
    taxMinor: number;
    shippingMinor: number;
    capturedMinor: number;
    items: readonly { name: string; quantity: number; unitMinor: number }[];
  };
};

/** What stands on the credit note of a refund. Nothing is guessed: the tax of a part is not known, because its items may
 * have different rates, so the tax of the whole order is told instead. */
export function creditContent(refund: Refunded, settings: ShopSettings, at: Date): ReceiptContent {
  const { order, amountMinor } = refund;
  const { timeZone } = settings;
  const isWhole = amountMinor === order.capturedMinor;
  const taxKnown = order.taxMinor > 0;
  const isTotal = amountMinor === order.totalMinor;
  return {
    shop: issuer(settings),
    issuedOn: calendarDay(at, timeZone),
    order: {
      number: order.number,
      paidOn: order.paidAt ? calendarDay(order.paidAt, timeZone) : null,
      method: order.methodLabel,
    },
    currency: refund.currency,
    amountMinor,
    taxMinor: taxKnown && isTotal ? order.taxMinor : null,
    orderTax: taxKnown && !isTotal ? { taxMinor: order.taxMinor, totalMinor: order.totalMinor } : null,
    ...refundedParts(refund, isWhole),
    isWhole,
    cancels: null,
  };
}

/** What stands on the receipt that cancels another: the same, but who cancels it and when. */
export function cancellationContent(
  cancelled: { year: number; number: number; content: ReceiptContent },
  to: RefundState,
  settings: ShopSettings,
  at: Date,
): ReceiptContent {
  return {
    ...cancelled.content,
    shop: issuer(settings),
    issuedOn: calendarDay(at, settings.timeZone),
    cancels: { number: receiptNumber(cancelled), reason: to === 'pending' ? 'not-paid' : 'came-back' },
  };
}

function issuer({ shopName, legalName, legalAddress, taxNumber }: ShopSettings): ReceiptContent['shop'] {
  return { name: shopName, legalName, address: legalAddress, taxNumber };
}

function refundedParts(
  { amountMinor, lines, order }: Refunded,
  isWhole: boolean,
): Pick<ReceiptContent, 'lines' | 'shippingMinor'> {
  if (lines.length > 0) {
    const parts = lines.map(({ item, quantity, amountMinor }) => ({
      name: item.name,
      quantity,
      amountMinor,
    }));
    return { lines: parts, shippingMinor: null };
  }
  if (!isWhole) return { lines: [], shippingMinor: null };
  const parts = order.items.map(({ name, quantity, unitMinor }) => ({
    name,
    quantity,
    amountMinor: quantity * unitMinor,
  }));
  const sum = parts.reduce((total, part) => total + part.amountMinor, 0);
  const addsUp = sum + order.shippingMinor === amountMinor;
  return {
    lines: parts.map((part) => ({ ...part, amountMinor: addsUp ? part.amountMinor : null })),
    shippingMinor: addsUp && order.shippingMinor > 0 ? order.shippingMinor : null,
  };
}
