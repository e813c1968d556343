import { DAY, later } from '@/lib/clock';
import { config } from '@/lib/config';
import { maySee, type Viewer } from '@/lib/refunds/policy';
import { sameSecret, sign } from '@/lib/secrets';

/** A link in a mail shows the refund for this long; it never acts. */
export const VIEW_LINK_FOR = 30 * DAY;

type Linked = { id: string; orderId: string; linkNonce: number };

/** The key that shows one refund to whoever holds it, until it runs out or the order's links are revoked. */
export function signViewKey(refund: Linked, now: Date): string {
  const until = later(now, VIEW_LINK_FOR).getTime().toString(36);
  return `${until}.${mac(refund, until)}`;
}

/** Whether a key shows this refund. */
export function isViewKey(key: string, refund: Linked, now: Date): boolean {
  const found = /^([0-9a-z]{1,12})\.([A-Za-z0-9_-]{43})$/.exec(key);
  const [, until = '', given = ''] = found ?? [];
  return sameSecret(given, mac(refund, until)) && Number.parseInt(until, 36) > now.getTime();
}

type Shown = { id: string; orderId: string; order: { id: string; email: string; linkNonce: number } };

/** Whether somebody may look at a refund: by who they are, or by the link that was mailed to the order's address. */
export function mayLook(
  viewer: Viewer,
  { id, orderId, order }: Shown,
  key: string | null,
  now: Date,
): boolean {
  const byLink = key !== null && isViewKey(key, { id, orderId, linkNonce: order.linkNonce }, now);
  return byLink || maySee(viewer, order);
}

/** The absolute address of the tracker, for the API and the desk; who opens it must prove the order. */
export function trackerUrl(refundId: string): string {
  return `${config().siteUrl}/refund/${refundId}`;
}

/** The absolute address of the tracker for a mail to the order's address. */
export function mailedTrackerUrl(refund: Linked, now: Date): string {
  return `${trackerUrl(refund.id)}?key=${signViewKey(refund, now)}`;
}

/** The absolute address of the receipts for the same mail; the key is that of the tracker. */
export function mailedReceiptUrl(refund: Linked, now: Date): string {
  return `${trackerUrl(refund.id)}/receipt?key=${signViewKey(refund, now)}`;
}

function mac({ id, orderId, linkNonce }: Linked, until: string): string {
  return sign('links', 'refund-view', id, orderId, linkNonce.toString(), until);
}
