import { DAY } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import { sameSecret, sign } from '@/lib/secrets';

/** The link in an order mail works this long (defaults); who comes later finds the order by number and address. */
export const ORDER_LINK_DAYS = 30;

/** The address for a mail about an order, which begins its refund. The same all day, so that an order that is sent again gets
 * the same answer. */
export function orderLink(order: { id: string; linkNonce: number }, now: Date): string {
  const lastDay = (Math.floor(now.getTime() / DAY) + ORDER_LINK_DAYS).toString(36);
  return `${config().siteUrl}/refund/order/${order.id}.${lastDay}.${mac(order.id, order.linkNonce, lastDay)}`;
}

/** The order that a link is of, or null: forged, run out, or revoked since (Order.linkNonce). It names the order and proves
 * nobody: links are forwarded, logged, and opened by scanners. */
export async function orderOfLink(token: string, now: Date): Promise<string | null> {
  const [, orderId, lastDay, given] =
    /^([0-9a-z]{16})\.([0-9a-z]{1,6})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!isId(orderId) || lastDay === undefined || given === undefined) return null;
  if (Number.parseInt(lastDay, 36) < Math.floor(now.getTime() / DAY)) return null;
  const order = await db.order.findUnique({ where: { id: orderId }, select: { linkNonce: true } });
  return order && sameSecret(given, mac(orderId, order.linkNonce, lastDay)) ? orderId : null;
}

function mac(orderId: string, linkNonce: number, lastDay: string): string {
  return sign('links', 'order-refund', orderId, linkNonce.toString(), lastDay);
}
