import { UNDO_DAYS } from '@/lib/accounts/leaving/schema';
import { DAY, later } from '@/lib/clock';

/** When an account that is being left is gone. */
export function deletionDue(requestedAt: Date): Date {
  return later(requestedAt, UNDO_DAYS * DAY);
}

const FORMER = /^Former member \d{6}$/;

/** The name of a former member; the digits tell two apart in one thread. Nobody can choose it: see names.ts.
 * @param draw 0 to 999,999 */
export function formerName(draw: number): string {
  return `Former member ${String(draw).padStart(6, '0')}`;
}

/** Whether a name is that of somebody who has left, so that there is no profile to lead to. */
export function isFormerName(name: string): boolean {
  return FORMER.test(name);
}
