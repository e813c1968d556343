import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';

/** The owner and the helpers look after the forum. */
export function canModerate(actor: Actor | null): boolean {
  return isStaff(actor);
}
