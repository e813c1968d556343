import { later, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import { PASS_MINUTES } from '@/lib/refunds/orders/schema';
import { sameSecret, sign } from '@/lib/secrets';

/** What a browser keeps after the right code: it opens this one order for 15 minutes. */
export function signGuestPass(order: { id: string; linkNonce: number }, now: Date): string {
  const until = later(now, PASS_MINUTES * MINUTE)
    .getTime()
    .toString(36);
  return `${order.id}.${until}.${mac(order.id, order.linkNonce, until)}`;
}

/** The order a pass opens, or null: forged, run out, or revoked since (Order.linkNonce). */
export async function orderOfGuestPass(pass: string | null, now: Date): Promise<string | null> {
  const [, orderId, until, given] =
    /^([0-9a-z]{16})\.([0-9a-z]{1,12})\.([A-Za-z0-9_-]{43})$/.exec(pass ?? '') ?? [];
  if (!isId(orderId) || until === undefined || given === undefined) return null;
  if (Number.parseInt(until, 36) <= now.getTime()) return null;
  const order = await db.order.findUnique({ where: { id: orderId }, select: { linkNonce: true } });
  return order && sameSecret(given, mac(orderId, order.linkNonce, until)) ? orderId : null;
}

function mac(orderId: string, linkNonce: number, until: string): string {
  return sign('codes', 'guest-pass', orderId, linkNonce.toString(), until);
}
