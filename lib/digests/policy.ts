import { isOwner, isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';

/** Who may see drafts and prepare them: the owner and helpers. */
export function canDraft(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** Drafts are edited by the owner and helpers; what stands on the front page is the owner's word alone. */
export function canEdit(actor: Actor | null, digest: { isPublished: boolean }): boolean {
  return digest.isPublished ? isOwner(actor) : isStaff(actor);
}

/** A digest speaks for the shop, so the owner publishes it. */
export function canPublish(actor: Actor | null): boolean {
  return isOwner(actor);
}
