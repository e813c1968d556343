import { isOwner, isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';

/** Who asks for an order or refund, and by what they prove it. */
export type Viewer = {
  actor: Actor | null;
  /** The order that a 6-digit code was entered for in this browser, at most 15 minutes ago. */
  guestOrderId: string | null;
};

type OwnedOrder = { id: string; email: string };

/** The order is theirs: by the proven address of their account, or by a code mailed to the order's address. */
export function isBuyer(viewer: Viewer, order: OwnedOrder): boolean {
  const byAddress = viewer.actor?.email !== null && viewer.actor?.email === order.email;
  return byAddress || viewer.guestOrderId === order.id;
}

/** Buyers refund their own orders; the owner may for anybody. */
export function mayRefund(viewer: Viewer, order: OwnedOrder): boolean {
  return isBuyer(viewer, order) || isOwner(viewer.actor);
}

/** Whether somebody may look at an order and its refunds without a link. */
export function maySee(viewer: Viewer, order: OwnedOrder): boolean {
  return isBuyer(viewer, order) || isStaff(viewer.actor);
}

/** The owner asking is the owner approving: what waits for the owner otherwise goes at once. */
export function approvesByAsking(viewer: Viewer): boolean {
  return isOwner(viewer.actor);
}

/** Releasing what waits costs money, so it is the owner's. */
export function mayRelease(actor: Actor): boolean {
  return isOwner(actor);
}
