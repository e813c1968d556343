import type { NotificationLine } from '@/lib/notifications/queries';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

/** What happened, as the sentence before the thread's title. */
export function whatHappened(
  { kind, reason, by }: NotificationLine,
  { what, theShop }: Words['notifications'],
): string {
  const sentence = kind === 'reply' && reason === 'yours' ? what.own : what[kind];
  return say(sentence, { who: by ?? theShop });
}
