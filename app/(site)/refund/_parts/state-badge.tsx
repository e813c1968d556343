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

/** A refund's state in words. */
export function StateBadge({ state }: { state: RefundState }) {
  return <Badge tone={TONES[state]}>{refundStateWords[state]}</Badge>;
}
