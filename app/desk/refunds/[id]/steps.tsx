import { Card } from '@/app/_ui/card';
import { Timeline, type TimelineItem } from '@/app/_ui/timeline';
import type { RefundFile } from '@/lib/refunds/desk/refund-queries';
import type { RefundState } from '@/lib/refunds/schema';
import { refund as ENGLISH } from '@/lib/words/en/refund';

type Props = { refund: Pick<RefundFile, 'steps' | 'byHand'>; at: Date; timeZone: string };

const TROUBLE: readonly RefundState[] = ['failed', 'disputed', 'unknown'];
const ENDS: readonly RefundState[] = ['succeeded', 'canceled'];

/** Every step that was written down, as it was written. */
export function Steps({ refund, at, timeZone }: Props) {
  const items = refund.steps.map((step, index): TimelineItem => {
    const isLast = index === refund.steps.length - 1;
    const isByHand = refund.byHand && step.to === 'pending';
    const title =
      step.from === step.to
        ? `${ENGLISH.states[step.to]} (again)`
        : isByHand
          ? ENGLISH.toBePaidByHand
          : ENGLISH.states[step.to];
    return {
      title,
      detail: (
        <>
          {sentence(step.why)}
          {step.note ? <span className="wrap-anywhere"> {step.note}</span> : null}
        </>
      ),
      at: step.at,
      state: markOf(step.to, isLast),
    };
  });
  return (
    <section aria-labelledby="steps" className="mb-8">
      <h2 id="steps" className="mb-4">
        Every step
      </h2>
      <Card>
        <Timeline items={items} now={at} timeZone={timeZone} />
      </Card>
    </section>
  );
}

function markOf(state: RefundState, isLast: boolean): TimelineItem['state'] {
  if (TROUBLE.includes(state)) return 'problem';
  return isLast && !ENDS.includes(state) ? 'current' : 'done';
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
