import { Badge, type BadgeTone } from '@/app/_ui/badge';
import type { RefundState } from '@/lib/refunds/schema';
import type { Words } from '@/lib/words/catalogue';

const TONES: Record<RefundState, BadgeTone> = {
  queued: 'warn',
  requested: 'accent',
  submitting: 'accent',
  unknown: 'warn',
  pending: 'accent',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'neutral',
  disputed: 'warn',
};

/** A refund's state in words; one that the shop pays by hand is on no way before it is paid. */
export function StateBadge({
  state,
  byHand,
  words,
}: {
  state: RefundState;
  byHand: boolean;
  words: Words['refund'];
}) {
  return (
    <Badge tone={TONES[state]}>
      {byHand && state === 'pending' ? words.toBePaidByHand : words.states[state]}
    </Badge>
  );
}
