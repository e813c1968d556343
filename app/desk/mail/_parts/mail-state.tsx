import { Badge } from '@/app/_ui/badge';
import type { MailState } from '@/lib/mail/queries';

const LOOKS = {
  waiting: { tone: 'neutral', words: 'Waiting' },
  sent: { tone: 'good', words: 'Sent' },
  parked: { tone: 'bad', words: 'Refused' },
} as const;

/** What became of a mail, in a word. */
export function MailStateBadge({ state }: { state: MailState }) {
  return <Badge tone={LOOKS[state].tone}>{LOOKS[state].words}</Badge>;
}
