import { DAY, HOUR, later } from '@/lib/clock';
import { CODE_LIMITS, CODE_TRIES, MAILBOX_LIMITS, TRY_LIMITS } from '@/lib/refunds/orders/schema';

export type MailedCode = { orderId: string; createdAt: Date; tries: number; usedAt: Date | null };

/** Whether an order may be sent one more code: too many mails would be a nuisance to its buyer, and every code lets five
 * guesses be made. Decision 31 has the sums.
 * @param lately what was mailed to the order's mailbox in the last day, for any order */
export function mayMailCode(lately: readonly MailedCode[], orderId: string, at: Date): boolean {
  return (['hour', 'day'] as const).every((span) => {
    const since = later(at, span === 'hour' ? -HOUR : -DAY);
    const mailed = lately.filter(({ createdAt }) => createdAt > since);
    const ours = mailed.filter((code) => code.orderId === orderId);
    return (
      mailed.length < MAILBOX_LIMITS[span] &&
      ours.length < CODE_LIMITS[span] &&
      // The new code's own tries are counted as if all were wrong.
      wrongTries(ours) + CODE_TRIES <= TRY_LIMITS[span]
    );
  });
}

function wrongTries(codes: readonly MailedCode[]): number {
  return codes.reduce((sum, { tries, usedAt }) => sum + tries - (usedAt ? 1 : 0), 0);
}
