import { Badge, type BadgeTone } from '@/app/_ui/badge';
import { type RefundState, refundStateWords } from '@/lib/refunds/schema';

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
export function StateBadge({ state, byHand }: { state: RefundState; byHand: boolean }) {
  const words = byHand && state === 'pending' ? 'To be paid by hand' : refundStateWords[state];
  return <Badge tone={TONES[state]}>{words}</Badge>;
}
