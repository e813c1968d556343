import { maskEmail } from '@/lib/accounts/email-address';
import type { Money } from '@/lib/money';
import { type OrderView, orderPage } from '@/lib/refunds/orders/queries';
import { orderOfLink } from '@/lib/refunds/orders/sign-order-link';
import { isBuyer, type Viewer } from '@/lib/refunds/policy';
import type { AskingRefusal } from '@/lib/refunds/schema';

export type LinkedOrder = {
  number: string;
  /** Where a code would be mailed to. */
  maskedEmail: string;
  decision: { ok: true; amount: Money; isLate: boolean } | { ok: false; reason: AskingRefusal };
  /** The whole order with its button, for who has proven it already: signed in, or by a code in this browser. */
  own: OrderView | null;
};

/** What the link of an order mail shows: which order, and what can be had back; the rest only to its buyer. Null where the
 * link does not work (any more). */
export async function linkedOrder(token: string, viewer: Viewer, now: Date): Promise<LinkedOrder | null> {
  const orderId = await orderOfLink(token, now);
  // The link stands for the guest's look, never for a press: what is shown of it is picked below.
  const order = orderId && (await orderPage(orderId, { actor: null, guestOrderId: orderId }));
  if (!order) return null;
  const { number, email, decision } = order;
  return { number, maskedEmail: maskEmail(email), decision, own: isBuyer(viewer, order) ? order : null };
}
