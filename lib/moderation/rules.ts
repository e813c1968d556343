import type { Role } from '@/lib/accounts/schema';

/** So many verified buyers hide a post until the shop has looked (defaults: thresholds for three active people). One folds
 * it. What others report only waits on the shop's list: an account is quickly made, an order is not. */
export const BUYERS_WHO_HIDE = 2;

/** The author of a post that was hidden so reads this. */
export const HIDDEN_BY_REPORTS = 'Several customers reported this. The shop will have a look.';

/** Whether a report takes a post away until the shop has looked; the shop's own people are not silenced so.
 * @param buyers who reported it and were not answered yet, the last one too */
export function isHiddenByReports(buyers: number, author: { role: Role }): boolean {
  return buyers >= BUYERS_WHO_HIDE && author.role === 'member';
}
