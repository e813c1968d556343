import type { NotificationLine } from '@/lib/notifications/queries';

/** What happened, as the sentence before the thread's title. */
export function whatHappened({ kind, reason, by }: NotificationLine): string {
  const who = by ?? 'The shop';
  if (kind === 'reply') return reason === 'yours' ? `${who} replied to your question` : `${who} replied in`;
  if (kind === 'mention') return `${who} mentioned you in`;
  if (kind === 'accepted') return `${who} marked your reply as the solution of`;
  if (kind === 'question') return `${who} asked`;
  return kind === 'reopened' ? 'Open again' : 'The solution no longer holds';
}

/** Why it is told to this person. */
export const whyTold = {
  yours: 'because it is yours',
  mention: 'because you are named',
  follow: 'because you follow it',
} as const;
